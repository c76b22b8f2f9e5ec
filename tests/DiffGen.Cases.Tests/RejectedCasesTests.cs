using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.Cases.Tests.Rejection;
using DiffGen.TestKit;
using Microsoft.CodeAnalysis;
using Xunit;

namespace DiffGen.Cases.Tests;

/// <summary>What must be refused is refused with the right id at the right place, and nothing is generated for it.</summary>
public sealed class RejectedCasesTests
{
    public static IEnumerable<object[]> Ids => RejectedCase.All.Select(c => new object[] { c.Id });

    [Theory]
    [MemberData(nameof(Ids))]
    public void Is_refused_where_the_header_says(string id)
    {
        RejectedCase rejected = RejectedCase.All.Single(c => c.Id == id);
        using GeneratorRun run = GeneratorRun.Compile(rejected.Text, rejected.Options);
        Assert.DoesNotContain(run.Input.GetDiagnostics(), d => d.Severity == DiagnosticSeverity.Error && !rejected.CompilerErrors.Contains(d.Id, StringComparison.Ordinal));
        Assert.Null(run.GeneratorException);
        Diagnostic[] own = [.. run.AnalyzerDiagnostics.Where(d => d.Id.StartsWith("DG", StringComparison.Ordinal))];
        Assert.True(own.Any(rejected.IsExpected), $"{id}: expected {rejected.ExpectedId} at '{rejected.ExpectedText}', found:\n{Describe(own)}");
        Assert.DoesNotContain(run.AnalyzerDiagnostics, d => d.Id.StartsWith("AD", StringComparison.Ordinal));
        if (rejected.StillGenerates)
            run.AssertClean();
        else
            Assert.False(GeneratesForF(run), $"{id}: companions are generated for a method that is refused\n{run.GeneratedText}");
        AssertGeneratedCodeCompiles(run);
    }

    private static bool GeneratesForF(GeneratorRun run) =>
        run.GeneratedFiles.Any(f => f.Text.Contains(" FJvp(", StringComparison.Ordinal) || f.Text.Contains(" FVjp(", StringComparison.Ordinal));

    private static void AssertGeneratedCodeCompiles(GeneratorRun run)
    {
        HashSet<SyntaxTree> input = [.. run.Input.SyntaxTrees];
        Assert.DoesNotContain(run.CompilerDiagnostics, d => d.Location.SourceTree is { } tree && !input.Contains(tree));
    }

    private static string Describe(IEnumerable<Diagnostic> diagnostics) =>
        string.Join("\n", diagnostics.Select(d => $"{d.Id} at '{d.Location.SourceTree?.GetText().ToString(d.Location.SourceSpan)}': {d.GetMessage(null)}"));
}
