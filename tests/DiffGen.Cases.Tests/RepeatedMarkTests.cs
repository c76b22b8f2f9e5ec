using DiffGen.TestKit;
using Xunit;

namespace DiffGen.Cases.Tests;

/// <summary>Companions of one method by different inputs, whose cores differ in nothing but what they compute.</summary>
public sealed class RepeatedMarkTests
{
    private const string Source = """
        using System;
        using DiffGen;
        namespace Own;

        public static partial class Functions
        {
            [Differentiable(Derivatives.Default | Derivatives.Hvp, Wrt = [nameof(x)], Name = "ByX")]
            [Differentiable(Derivatives.Default | Derivatives.Hvp, Wrt = [nameof(y)], Name = "ByY")]
            [Differentiable(Derivatives.Default | Derivatives.Hvp)]
            public static double F(double x, double y, int n)
            {
                double z = x;
                for (int i = 0; i < n; i++)
                    z = z * y - Math.Cos(z);
                return z;
            }
        }

        public static class Probe
        {
            public static bool Agree()
            {
                var (x, y) = Functions.FGradient(0.4, 1.3, 5);
                double xx = Functions.FHvp(0.4, 1.3, 5, 1, 0).x, yy = Functions.FHvp(0.4, 1.3, 5, 0, 1).y;
                return Same(x, Functions.ByXGradient(0.4, 1.3, 5)) && Same(y, Functions.ByYGradient(0.4, 1.3, 5))
                    && Same(x, Functions.ByXVjp(0.4, 1.3, 5, 1)) && Same(y, Functions.ByYVjp(0.4, 1.3, 5, 1))
                    && Same(xx, Functions.ByXHvp(0.4, 1.3, 5, 1)) && Same(yy, Functions.ByYHvp(0.4, 1.3, 5, 1));
            }

            private static bool Same(double a, double b) => Math.Abs(a - b) <= 1e-12 * Math.Abs(a);
        }
        """;

    [Fact]
    public void Each_mark_has_cores_of_its_own()
    {
        using GeneratorRun run = GeneratorRun.Compile(Source).AssertCleanWithAnalyzers();
        Assert.True(run.Invoke<bool>("Own.Probe", "Agree"));
    }
}
