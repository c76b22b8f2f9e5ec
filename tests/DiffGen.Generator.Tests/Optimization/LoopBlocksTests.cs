using System;
using System.Linq;
using DiffGen.TestKit;
using Xunit;

namespace DiffGen.Generator.Tests.Optimization;

/// <summary>What loops save in workspace, and which of them run once and save though they could run again.</summary>
public sealed class LoopBlocksTests
{
    private const string Declarations = """
        private static void Close(double expected, double actual)
        {
            if (!(Math.Abs(expected - actual) <= 1e-12 * (1 + Math.Abs(expected))))
                throw new Exception($"expected {expected}, got {actual}");
        }
        """;

    [Theory]
    [InlineData("LoopLanes", 1)]
    [InlineData("LoopLanes,Recompute", 2)]
    public void An_exponential_inside_an_iteration_is_kept(string disable, int exponentials)
    {
        using GeneratorRun run = Compile("""
            [Differentiable(Derivatives.Gradient)]
            public static double F(double[] x, int rows)
            {
                double total = 0;
                for (int r = 0; r < rows; r++)
                {
                    double sum = 0;
                    for (int i = 0; i < x.Length; i++)
                        sum += Math.Exp(r * x[i]);
                    total += Math.Log(sum);
                }
                return total;
            }

            public static void Test()
            {
                double[] x = [0.5, -1, 2], dx = new double[3];
                FGradient(x, 2, dx);
                double sum = Math.Exp(0.5) + Math.Exp(-1) + Math.Exp(2);
                for (int i = 0; i < 3; i++)
                    Close(Math.Exp(x[i]) / sum, dx[i]);
                FGradient([], 2, []);
            }
            """, disable);
        // Two cores: with the value and without.
        Assert.Equal(2 * exponentials, run.GeneratedText.Split("global::System.Math.Exp(").Length - 1);
        run.Invoke("M", "Test");
    }

    // Inner loops run equally often each time: places for all their iterations lie in one block. Nothing is pushed.
    [Theory]
    [InlineData("int", "m", false)]
    [InlineData("int", "i", true)]
    public void Nested_loops_share_a_block_where_their_lengths_are_known_in_front(string type, string length, bool pushes)
    {
        using GeneratorRun run = Compile($$"""
            [Differentiable(Derivatives.Gradient)]
            public static double F(double[] x, int m)
            {
                double state = 1;
                for (int i = 0; i < x.Length; i++)
                {
                    {{type}} trips = {{length}};
                    for (int j = 1; j < trips; j++)
                        state = Math.Sin(state * x[i]);
                }
                return state;
            }

            public static void Test()
            {
                double[] x = [1.1, 0.9, 1.3], dx = new double[3];
                foreach (int m in new[] { 3, 1, 0 })
                {
                    FGradient(x, m, dx);
                    for (int i = 0; i < 3; i++)
                    {
                        double h = 1e-5, at = x[i];
                        x[i] = at + h;
                        double above = F(x, m);
                        x[i] = at - h;
                        double below = F(x, m);
                        x[i] = at;
                        if (Math.Abs((above - below) / (2 * h) - dx[i]) > 1e-8)
                            throw new Exception($"dx[{i}] is {dx[i]} for m = {m}");
                    }
                }
            }
            """, "LoopLanes");
        Assert.Equal(pushes, run.GeneratedText.Contains("tape.Push", StringComparison.Ordinal));
        run.Invoke("M", "Test");
    }

    // What two iterations wrote into the same scratch is saved by the one that is needed: nothing else runs again.
    [Fact]
    public void A_loop_inside_an_iteration_runs_once_where_saving_costs_less()
    {
        using GeneratorRun run = Compile("""
            [Differentiable(Derivatives.Gradient)]
            public static double F(int n, int k, double[] x, double[] w)
            {
                double[] terms = new double[k];
                double total = 0;
                for (int i = 0; i < n; i++)
                {
                    for (int c = 0; c < k; c++)
                    {
                        double square = 0;
                        for (int j = 0; j < w.Length; j++)
                            square += Math.Cos(w[j] * x[c]);
                        terms[c] = Math.Tanh(square);
                    }
                    double sum = 0;
                    for (int c = 0; c < k; c++)
                        sum += terms[c] * terms[c];
                    total += Math.Log(1 + sum);
                }
                return total;
            }

            public static void Test()
            {
                double[] x = [0.3, 0.8], w = [1.5, -0.4, 0.2], dx = new double[2], dw = new double[3];
                FGradient(2, 2, x, w, dx, dw);
                for (int i = 0; i < 3; i++)
                {
                    double h = 1e-5, at = w[i];
                    w[i] = at + h;
                    double above = F(2, 2, x, w);
                    w[i] = at - h;
                    double below = F(2, 2, x, w);
                    w[i] = at;
                    if (Math.Abs((above - below) / (2 * h) - dw[i]) > 1e-8)
                        throw new Exception($"dw[{i}] is {dw[i]}");
                }
            }
            """, "LoopLanes");
        Assert.Equal(2, run.GeneratedText.Split("global::System.Math.Tanh(").Length - 1);
        run.Invoke("M", "Test");
    }

    private static GeneratorRun Compile(string members, string disable) => GeneratorRun.Compile($$"""
        using System;
        using DiffGen;

        public static partial class M
        {
        {{members}}
        {{Declarations}}
        }
        """, GeneratorOptions.Default with { Disable = disable }).AssertCleanWithAnalyzers();
}
