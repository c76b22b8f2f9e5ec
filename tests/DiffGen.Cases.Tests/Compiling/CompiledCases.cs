using System;
using System.Collections.Immutable;
using DiffGen.Cases.Tests.Driving;
using DiffGen.Cases.Tests.Format;

namespace DiffGen.Cases.Tests.Compiling;

/// <summary>Drivers of the cases that compiled, and what the compiler said of those that did not, by the cases' ids.</summary>
internal sealed record CompiledCases(
    ImmutableDictionary<string, Type> Drivers,
    ImmutableDictionary<string, string> Failures,
    ImmutableDictionary<string, ImmutableArray<string>> GeneratedFiles)
{
    /// <summary>The files that the generator wrote for a case.</summary>
    public ImmutableArray<string> Generated(CaseFile file) => GeneratedFiles.GetValueOrDefault(file.Id, []);

    public ICaseDriver Driver(CaseFile file) => Failures.TryGetValue(file.Id, out string? failure)
        ? throw new CaseException($"{file.Id} does not compile:\n{failure}")
        : (ICaseDriver)Activator.CreateInstance(Drivers[file.Id])!;

    public static CompiledCases Join(CompiledCases left, CompiledCases right) => new(
        left.Drivers.AddRange(right.Drivers), left.Failures.AddRange(right.Failures), left.GeneratedFiles.AddRange(right.GeneratedFiles));
}
