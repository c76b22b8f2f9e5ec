using System.Linq;
using DiffGen.TestKit;
using Microsoft.CodeAnalysis;
using Xunit;

namespace DiffGen.Analyzers.Tests;

public sealed class CompanionClashAnalyzerTests
{
    [Fact]
    public void ADestinationThatCouldBeAnotherMethodsParameterIsAnErrorAtBothAttributes() => AssertClashes(2, """
        [Differentiable]
        public static double F(double[] x) => x[0];

        [Differentiable]
        public static double F(double[] x, double[] y) => x[0] * y[0];
        """);

    [Fact]
    public void AnotherNameResolvesIt() => AssertClashes(0, """
        [Differentiable]
        public static double F(double[] x) => x[0];

        [Differentiable(Name = "G")]
        public static double F(double[] x, double[] y) => x[0] * y[0];
        """);

    [Fact]
    public void AMemberOfTheUserIsInTheWay() => AssertClashes(1, """
        [Differentiable]
        public static double F(double x) => x * x;

        public static double FGradient(double x) => 2 * x;
        """);

    [Fact]
    public void AFieldIsInTheWayWhateverItsType() => AssertClashes(1, """
        [Differentiable]
        public static double F(double x) => x * x;

        public const int FJvp = 1;
        """);

    [Fact]
    public void AMemberThatTakesOtherArgumentsIsNot() => AssertClashes(0, """
        [Differentiable]
        public static double F(double x) => x * x;

        public static double FGradient(string x) => 0;
        """);

    [Fact]
    public void OverloadsByTypeAndByCountDoNotClash() => AssertClashes(0, """
        [Differentiable]
        public static double F(double x) => x * x;

        [Differentiable]
        public static float F(float x) => x * x;

        [Differentiable]
        public static double F(double x, double y) => x * y;
        """);

    private static void AssertClashes(int expected, string members)
    {
        using GeneratorRun run = GeneratorRun.Compile($"using DiffGen;\npublic static partial class M\n{{\n{members}\n}}\n");
        Diagnostic[] clashes = [.. run.AnalyzerDiagnostics.Where(d => d.Id == "DG0020")];
        Assert.Equal(expected, clashes.Length);
        Assert.All(clashes, clash => Assert.StartsWith("Differentiable", clash.Location.SourceTree!.GetText().ToString(clash.Location.SourceSpan)));
    }
}
