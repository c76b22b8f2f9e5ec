using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace DiffGen.Generator.Diagnostics;

/// <summary>A diagnostic before it is reported: the id of a row of <see cref="DiagnosticTable"/>, its place, and the arguments of its message.</summary>
internal sealed record Finding(string Id, Location Location, ImmutableArray<string> Arguments)
{
    public static Finding At(string id, Location location, params string[] arguments) => new(id, location, ImmutableArray.Create(arguments));

    /// <summary>An error keeps the companions from being generated; a warning does not.</summary>
    public bool IsError => DiagnosticTable.Get(Id).Severity == FindingSeverity.Error;
}
