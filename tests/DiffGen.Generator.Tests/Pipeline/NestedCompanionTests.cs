using System.Linq;
using DiffGen.Generator.FrontEnd;
using DiffGen.Generator.FrontEnd.Companions;
using DiffGen.Generator.Pipeline;
using DiffGen.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace DiffGen.Generator.Tests.Pipeline;

/// <summary>Companions inside marked methods: how they bind, what an edit makes the generator do again, and what they cost where there are none.</summary>
public sealed class NestedCompanionTests
{
    private const string Source = """
        using System;
        using DiffGen;

        public static partial class M
        {
            // The outer one.
            [Differentiable]
            public static double Outer(double x) => x * CubeJvp(x, 1).Tangent; // nested

            [Differentiable]
            private static double Cube(double x) => x * x * x;

            [Differentiable]
            public static double Other(double y) => Math.Sin(y);

            public static int Unmarked() => 1;
        }
        """;

    [Theory]
    [InlineData("// nested", "// a nested derivative")]
    [InlineData("// The outer one.", "// The outer one.\n    // A second line that moves all that follows.")]
    [InlineData("Unmarked() => 1", "Unmarked() => 2")]
    [InlineData("x * CubeJvp", "x  *  CubeJvp")]
    public void AnEditElsewhereChangesNothing(string before, string after) =>
        CachingCheck.AssertNothingChanges(Source, Source.Replace(before, after));

    [Fact]
    public void AnEditOfTheInnerMethodReachesTheOuterOne()
    {
        using GeneratorRun first = GeneratorRun.Compile(Source);
        using GeneratorRun second = first.Rerun(Source.Replace("x * x * x", "x * x * x * x"));
        Assert.Equal(2, second.TrackedSteps.Single(s => s.Name == DifferentiableGenerator.UnitStep).Reasons.Count(r => r == IncrementalStepRunReason.Modified));
        Assert.Equal(1, second.TrackedSteps.Single(s => s.Name == DifferentiableGenerator.LowerStep).Reasons.Count(r => r == IncrementalStepRunReason.Modified));
        Assert.Equal(32.0, second.Invoke<double>("M", "OuterGradient", 2.0) / 4);
    }

    [Fact]
    public void AnotherSignatureOfTheInnerMethodReachesTheOuterOne()
    {
        using GeneratorRun first = GeneratorRun.Compile(Source);
        using GeneratorRun second = first.Rerun(Source.Replace("Cube(double x) =>", "Cube(double x, double unused = 1) =>").Replace("CubeJvp(x, 1)", "CubeJvp(x, 2, 1, 0)"));
        Assert.Equal(36.0, second.AssertClean().Invoke<double>("M", "OuterGradient", 2.0));
    }

    [Fact]
    public void GeneratorAndAnalyzersLowerTheSame()
    {
        using GeneratorRun run = GeneratorRun.Compile(Source).AssertCleanWithAnalyzers();
        LoweredMethod[] lowered = [.. new[] { run.Input, run.Output }.Select(Lower)];
        Assert.NotNull(lowered[0].Method);
        Assert.Equal(lowered[0].Method, lowered[1].Method);

        static LoweredMethod Lower(Compilation compilation) =>
            MethodLowerings.For(compilation).Read((IMethodSymbol)compilation.GetTypeByMetadataName("M")!.GetMembers("Outer").Single(), default);
    }

    [Fact]
    public void WithoutNestedCallsNothingIsDeclared()
    {
        CSharpCompilation compilation = ConsumerCompilation.Create([Source.Replace("CubeJvp(x, 1).Tangent", "Cube(x)")], GeneratorOptions.Default);
        SemanticModelCache models = SemanticModelCache.For(compilation);
        Assert.Same(compilation, CompanionStubs.Complete(models, default));
        foreach (IMethodSymbol method in compilation.GetTypeByMetadataName("M")!.GetMembers().OfType<IMethodSymbol>())
            Assert.False(CompanionText.Occurs(method));
    }

    [Fact]
    public void OnlyWhatIsCalledIsDeclared()
    {
        CSharpCompilation compilation = ConsumerCompilation.Create([Source], GeneratorOptions.Default);
        Compilation complete = CompanionStubs.Complete(SemanticModelCache.For(compilation), default);
        ISymbol[] added = [.. complete.GetTypeByMetadataName("M")!.GetMembers().Where(CompanionIndex.IsGenerated)];
        Assert.Equal(["CubeJvp"], added.Select(m => m.Name));
    }

    [Theory]
    [InlineData("public static partial class N { [Differentiable] public static double F(double x) => x * M.SquareJvp(x, 1).Tangent; }")]
    [InlineData("partial class N { [Differentiable] internal static double F(double x) => x * M.Inner.TwiceJvp(x * x / 2, x).Tangent / 2; }")]
    [InlineData("partial struct N<T> { public static partial class I { [Differentiable] public static double F(double x) => x * M.SquareJvp(x, 1).Tangent; } }", "N`1+I")]
    [InlineData("partial record class N { [Differentiable] public static double F(double x) => x * SquareJvp(x, 1).Tangent; }")]
    public void CallsBindFromOtherTypes(string type, string name = "N")
    {
        string source = $$"""
            using DiffGen;
            using static Space.M;
            namespace Space;

            public static partial class M
            {
                [Differentiable]
                public static double Square(double x) => x * x;

                internal static partial class Inner
                {
                    [Differentiable]
                    internal static double Twice(double x) => 2 * x;
                }
            }

            {{type}}
            """;
        using GeneratorRun run = GeneratorRun.Compile(source).AssertCleanWithAnalyzers();
        Assert.Contains(run.GeneratedFiles, f => f.Text.Contains(" FGradient("));
        if (name == "N")
            Assert.Equal(source.Contains("Inner.TwiceJvp(") ? 6.0 : 12.0, run.Invoke<double>("Space." + name, "FGradient", 3.0));
    }

    [Fact]
    public void AMethodOfThatNameByTheUserIsNoCompanion()
    {
        using GeneratorRun run = GeneratorRun.Compile("""
            using DiffGen;

            public static partial class M
            {
                [Differentiable]
                public static double F(double x) => x * GJvp(x);

                [Differentiable]
                public static double GJvp(double x) => 5 * x;

                [Differentiable(Derivatives.Vjp)]
                public static double G(double x) => x;
            }
            """).AssertCleanWithAnalyzers();
        Assert.Equal(20.0, run.Invoke<double>("M", "FGradient", 2.0));
    }
}
