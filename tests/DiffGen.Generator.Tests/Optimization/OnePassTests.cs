using System;
using DiffGen.TestKit;
using Xunit;

namespace DiffGen.Generator.Tests.Optimization;

/// <summary>Which methods with calls are differentiated in one pass, and what exceptions see of it.</summary>
public sealed class OnePassTests
{
    // The sum over all paths of products along them. Reads behind the end of a where width is too large.
    private const string Paths = """
        [Differentiable(Derivatives.Gradient)]
        public static double F(double[] a, int width, int depth) => 3 * Paths(a, 0, width, depth);

        [Differentiable]
        private static double Paths(double[] a, int at, int width, int depth)
        {
            if (depth == 0)
                return a[at];
            double sum = 0;
            for (int i = 0; i < width; i++)
                sum += a[at] * Paths(a, i, width, depth - 1);
            return sum;
        }

        public static void Test()
        {
            double[] a = [0.5, -2, 3], da = [7, 7, 7];
            double value = FValueAndGradient(a, 3, 2, da);
            double total = 0.5 - 2 + 3;
            if (value != F(a, 3, 2))
                throw new Exception($"the value is {value}");
            // F = 3 a0 (a0 + a1 + a2)²
            for (int i = 0; i < 3; i++)
            {
                double expected = (6 * a[0] * total) + (i == 0 ? 3 * total * total : 0);
                if (Math.Abs(da[i] - expected) > 1e-12)
                    throw new Exception($"da[{i}] is {da[i]} and not {expected}");
            }
            da = [7, 7, 7];
            try
            {
                FGradient(a, 4, 2, da);
            }
            catch (IndexOutOfRangeException)
            {
                if (da is [7, 7, 7])
                    return;
                throw new Exception("a destination was written");
            }
            throw new Exception("nothing was thrown");
        }
        """;

    [Theory]
    [InlineData("LoopLanes", true)]
    [InlineData("LoopLanes,OnePassCores", false)]
    public void A_sum_over_calls_takes_one_pass(string disable, bool onePass)
    {
        using GeneratorRun run = Compile(Paths, disable);
        Assert.Equal(onePass, run.GeneratedText.Contains("PathsJoint_", StringComparison.Ordinal));
        Assert.Equal(!onePass, run.GeneratedText.Contains("PathsPullback_", StringComparison.Ordinal));
        run.Invoke("M", "Test");
    }

    [Theory]
    [InlineData("Tree(a, n - 1) * Tree(a, n - 2)")]
    [InlineData("Math.Sin(Tree(a, n - 1)) + Tree(a, n - 2)")]
    [InlineData("a[Math.Sign(Tree(a, n - 1)) + 1] + (a[0] * Tree(a, n - 2)) + Math.Exp(Tree(a, n - 1))")]
    public void What_is_known_too_late_takes_two_sweeps(string sum)
    {
        using GeneratorRun run = Compile($"""
            [Differentiable(Derivatives.Gradient)]
            public static double Tree(double[] a, int n) => n <= 0 ? a[0] : {sum};
            """, "LoopLanes");
        Assert.DoesNotContain("Joint_", run.GeneratedText, StringComparison.Ordinal);
        Assert.Contains("TreePullback_", run.GeneratedText, StringComparison.Ordinal);
    }

    private static GeneratorRun Compile(string members, string disable) => GeneratorRun.Compile($$"""
        using System;
        using DiffGen;

        public static partial class M
        {
        {{members}}
        }
        """, GeneratorOptions.Default with { Disable = disable }).AssertCleanWithAnalyzers();
}
