using System.Linq;
using DiffGen.Generator.Pipeline;
using DiffGen.TestKit;
using Microsoft.CodeAnalysis;
using Xunit;

namespace DiffGen.Generator.Tests.Pipeline;

/// <summary>What an edit makes the generator do again.</summary>
public sealed class CachingTests
{
    private const string Source = """
        using System;
        using DiffGen;

        public static partial class M
        {
            // Squares.
            [Differentiable]
            public static double Square(double x) => x * x;

            [Differentiable]
            public static double Sum(double[] values)
            {
                double sum = 0; // so far
                foreach (double value in values)
                    sum += Square(value);
                return sum;
            }

            [Differentiable]
            public static double Other(double y) => Math.Sin(y);

            public static int Unmarked() => 1;
        }
        """;

    [Theory]
    [InlineData("// so far", "// the sum so far")]
    [InlineData("// Squares.", "// Squares.\n    // A second line that moves all that follows.")]
    [InlineData("Unmarked() => 1", "Unmarked() => 2")]
    [InlineData("double sum = 0;", "double sum  =  0;")]
    public void AnEditElsewhereChangesNothing(string before, string after) =>
        CachingCheck.AssertNothingChanges(Source, Source.Replace(before, after));

    [Fact]
    public void AnEditOfAMethodReachesItAndItsCallersAlone()
    {
        using GeneratorRun first = GeneratorRun.Compile(Source);
        using GeneratorRun second = first.Rerun(Source.Replace("x * x", "x * x * x"));
        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Modified], Changed(second, DifferentiableGenerator.UnitStep));
        Assert.Equal([IncrementalStepRunReason.Modified], Changed(second, DifferentiableGenerator.LowerStep));
    }

    [Fact]
    public void TheSameSourceGivesTheSameText()
    {
        using GeneratorRun first = GeneratorRun.Compile(Source);
        using GeneratorRun second = GeneratorRun.Compile(Source);
        Assert.Equal(first.GeneratedText, second.GeneratedText);
        Assert.Equal(["M.Other.g.cs", "M.Square.g.cs", "M.Sum.g.cs"], first.GeneratedFiles.Select(f => f.HintName).Order());
    }

    private static IncrementalStepRunReason[] Changed(GeneratorRun run, string step) =>
        [.. run.TrackedSteps.Single(s => s.Name == step).Reasons.Where(r => r is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged))];
}
