using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace DiffGen.TestKit;

/// <summary>Checks what an edit makes the generator do again.</summary>
public static class CachingCheck
{
    /// <summary>The named steps of the generator that gave a new or changed output after the edit. Steps of the compiler's own make are left out.</summary>
    public static ImmutableArray<string> ChangedSteps(string source, string edited, GeneratorOptions? options = null)
    {
        using GeneratorRun first = GeneratorRun.Compile(source, options);
        using GeneratorRun second = first.Rerun(edited);
        return ChangedSteps(second);
    }

    public static ImmutableArray<string> ChangedSteps(GeneratorRun rerun) => StepsWhere(rerun, reason =>
        reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified or IncrementalStepRunReason.Removed);

    /// <summary>The named steps that ran at all, including those that came to the same result.</summary>
    public static ImmutableArray<string> ExecutedSteps(GeneratorRun rerun) => StepsWhere(rerun, reason => reason is not IncrementalStepRunReason.Cached);

    /// <summary>Fails when the edit changed the output of any step of the generator.</summary>
    public static void AssertNothingChanges(string source, string edited, GeneratorOptions? options = null)
    {
        ImmutableArray<string> changed = ChangedSteps(source, edited, options);
        if (!changed.IsEmpty)
            throw new TestKitException($"the edit changed the output of: {string.Join(", ", changed)}");
    }

    private static ImmutableArray<string> StepsWhere(GeneratorRun run, Func<IncrementalStepRunReason, bool> condition) =>
        [.. run.TrackedSteps.Where(s => IsOwn(s.Name) && s.Reasons.Any(condition)).Select(s => s.Name)];

    // The compiler tracks steps of its own, which run on every edit.
    private static bool IsOwn(string name) => name.StartsWith("DiffGen.", StringComparison.Ordinal);
}
