using System;
using System.Collections.Immutable;
using System.Linq;
using DiffGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DiffGen.Analyzers;

/// <summary>The compiler's descriptors of all rows of the diagnostic table.</summary>
internal static class Descriptors
{
    public static ImmutableDictionary<string, DiagnosticDescriptor> All { get; } = DescriptorFactory.CreateAll();

    public static ImmutableArray<DiagnosticDescriptor> Of(params string[] ids) => [.. ids.Select(id => All[id])];

    /// <summary>All but the given ones, in the order of the ids.</summary>
    public static ImmutableArray<DiagnosticDescriptor> AllBut(params string[] ids) =>
        [.. All.Values.Where(descriptor => Array.IndexOf(ids, descriptor.Id) < 0).OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal)];
}
