using System.Threading.Tasks;
using DiffGen.CodeFixes;
using Xunit;

namespace DiffGen.Analyzers.Tests;

public sealed class CodeFixTests
{
    [Fact]
    public async Task MakesTheContainingTypesPartial()
    {
        string[] after = await CodeFixRun.FixAllAsync(new MakePartialCodeFix(), """
            using DiffGen;

            // The model.
            class Outer
            {
                public static class Inner
                {
                    [Differentiable]
                    public static double F(double x) => x * x;
                }
            }
            """);
        Assert.Equal("""
            using DiffGen;

            // The model.
            partial class Outer
            {
                public static partial class Inner
                {
                    [Differentiable]
                    public static double F(double x) => x * x;
                }
            }
            """, after[0]);
    }

    [Fact]
    public async Task MarksTheCalledMethod()
    {
        string[] after = await CodeFixRun.FixOneAsync(new MarkCalledMethodCodeFix(), """
            using DiffGen;

            public static partial class M
            {
                [Differentiable]
                public static double F(double x) => G(x);

                /// <summary>Squares.</summary>
                public static double G(double x) => x * x;
            }
            """);
        Assert.Equal("""
            using DiffGen;

            public static partial class M
            {
                [Differentiable]
                public static double F(double x) => G(x);

                /// <summary>Squares.</summary>
                [Differentiable]
                public static double G(double x) => x * x;
            }
            """, after[0]);
    }

    [Fact]
    public async Task MarksAllCalledMethodsInTheSolutionOnce()
    {
        string[] after = await CodeFixRun.FixAllAsync(new MarkCalledMethodCodeFix(), """
            using DiffGen;

            public static partial class M
            {
                [Differentiable]
                public static double F(double x) => Other.G(x) + Other.G(2 * x);

                [Differentiable]
                public static double F2(double x) => Other.G(x) + Other.H(x);
            }
            """, """
            public static class Other
            {
                public static double G(double x) => x * x;

                public static double H(double x) => x + 1;
            }
            """);
        Assert.Equal("""
            public static partial class Other
            {
                [DiffGen.Differentiable]
                public static double G(double x) => x * x;

                [DiffGen.Differentiable]
                public static double H(double x) => x + 1;
            }
            """, after[1]);
    }

    [Fact]
    public async Task StopsTheDerivativeOfAConversion()
    {
        string[] after = await CodeFixRun.FixOneAsync(new StopGradientCodeFix(), """
            using DiffGen;

            public static partial class M
            {
                [Differentiable]
                public static double F(double x) => x * (int)(2 * x);
            }
            """);
        Assert.Equal("""
            using DiffGen;

            public static partial class M
            {
                [Differentiable]
                public static double F(double x) => x * (int)Diff.StopGradient(2 * x);
            }
            """, after[0]);
    }
}
