using System;
using System.Linq;
using DiffGen.TestKit;
using Xunit;

namespace DiffGen.Generator.Tests.Optimization;

/// <summary>Where one loop does what both sweeps do, and what exceptions and values still see of the two.</summary>
public sealed class MergedSweepsTests
{
    private const string Loop = "for (int i = 0; i < n; i++)";

    // Reads x behind its end where n is too large, and weight[0] once the loop is done.
    private const string Sum = """
        [Differentiable(Derivatives.Gradient)]
        public static double F(int n, double[] x, double[] weight)
        {
            double sum = 0;
            for (int i = 0; i < n; i++)
                sum += Math.Sin(x[i]) * x[i];
            return sum + weight[0] * weight[0];
        }
        """;

    private const string Logarithm = """
        [Differentiable(Derivatives.Gradient)]
        public static double F(int n, double[] x)
        {
            double sum = 1;
            for (int i = 0; i < n; i++)
                sum += x[i] * x[i];
            return Math.Log(sum);
        }
        """;

    private const string Check = """
        public static void Test()
        {
            double[] x = [0.5, -2, 3], w = [4], dx = [7, 7, 7], dw = [7];
            double value = FValueAndGradient(3, x, w, dx, dw);
            if (value != F(3, x, w))
                throw new Exception($"the value is {value}");
            for (int i = 0; i < 3; i++)
            {
                if (Math.Abs(dx[i] - (Math.Sin(x[i]) + x[i] * Math.Cos(x[i]))) > 1e-14)
                    throw new Exception($"dx[{i}] is {dx[i]}");
            }
            if (dw[0] != 8)
                throw new Exception($"dw is {dw[0]}");
            Untouched(4, x, w);
            Untouched(3, x, []);
        }

        private static void Untouched(int n, double[] x, double[] w)
        {
            double[] dx = [7, 7, 7], dw = new double[w.Length];
            try
            {
                FValueAndGradient(n, x, w, dx, dw);
            }
            catch (IndexOutOfRangeException)
            {
                if (dx is [7, 7, 7])
                    return;
                throw new Exception("a destination was written");
            }
            throw new Exception("nothing was thrown");
        }
        """;

    [Theory]
    [InlineData("LoopLanes", 1)]
    [InlineData("LoopLanes,MergedSweeps", 2)]
    public void One_loop_serves_both_sweeps(string disable, int loops)
    {
        using GeneratorRun run = Compile(Sum + Check, disable);
        Assert.Equal(loops, LoopsOfCore(run));
        run.Invoke("M", "Test");
    }

    [Fact]
    public void An_adjoint_that_needs_the_sum_needs_two_loops()
    {
        using GeneratorRun run = Compile(Logarithm, "LoopLanes");
        Assert.Equal(2, LoopsOfCore(run));
    }

    private static GeneratorRun Compile(string members, string disable) => GeneratorRun.Compile($$"""
        using System;
        using DiffGen;

        public static partial class M
        {
        {{members}}
        }
        """, GeneratorOptions.Default with { Disable = disable }).AssertCleanWithAnalyzers();

    // There are two cores, with the value and without.
    private static int LoopsOfCore(GeneratorRun run) => run.GeneratedText.Split('\n').Count(line => line.Trim() == Loop) / 2;
}
