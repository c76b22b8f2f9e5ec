using DiffGen.TestKit;
using Xunit;

namespace DiffGen.Generator.Tests.Optimization;

/// <summary>Where destinations are not cleared first, and that their old contents never show.</summary>
public sealed class AdjointStoresTests
{
    // Destinations hold old numbers; n runs from 0 to the length and each length from 0, or 1, to 19.
    private const string Check = """
        public static void Test()
        {
            for (int length = 1; length < 20; length++)
            {
                for (int n = 0; n <= length; n += Math.Max(1, length / 3))
                {
                    var x = new double[length];
                    var w = new double[Math.Max(1, length - 3)];
                    for (int i = 0; i < length; i++)
                        x[i] = Math.Sin(3 * i + 1);
                    for (int i = 0; i < w.Length; i++)
                        w[i] = Math.Cos(2 * i + 1);
                    double[] dx = new double[x.Length], dw = new double[w.Length];
                    Array.Fill(dx, 7);
                    Array.Fill(dw, 7);
                    FGradient(n, x, w, dx, dw);
                    Compare(n, x, w, x, dx);
                    Compare(n, x, w, w, dw);
                }
            }
        }

        private static void Compare(int n, double[] x, double[] w, double[] by, double[] gradient)
        {
            for (int i = 0; i < by.Length; i++)
            {
                double at = by[i];
                by[i] = at + 1e-5;
                double above = F(n, x, w);
                by[i] = at - 1e-5;
                double below = F(n, x, w);
                by[i] = at;
                if (!(Math.Abs((above - below) / 2e-5 - gradient[i]) < 1e-6 * (1 + Math.Abs(gradient[i]))))
                    throw new Exception($"n = {n}, length {x.Length}: [{i}] is {gradient[i]} and not {(above - below) / 2e-5}");
            }
        }
        """;

    private const string Steps =
        "var k = new double[x.Length]; for (int step = 0; step < n; step++) { for (int i = 0; i < x.Length; i++) k[i] = x[i] * Math.Cos(sum); for (int i = 0; i < x.Length; i++) sum += Math.Sin(k[i]) * 0.1; }";

    public static TheoryData<string> Whole => new(
        "for (int i = 0; i < x.Length; i++) sum += x[i] * x[i];",
        "for (int i = x.Length - 1; i >= 0; i--) sum += x[i] * x[i];",
        "for (int i = 0; i < x.Length; i++) sum += x[x.Length - 1 - i] * Math.Sin(x[x.Length - 1 - i]);",
        "for (int i = 1; i <= x.Length; i++) sum += x[i - 1] * x[i - 1];",
        // Where the branch is not taken, zero is stored.
        "for (int i = 0; i < x.Length; i++) { if (x[i] > 0) sum += x[i] * x[i]; }",
        // The second loop adds.
        "for (int i = 0; i < x.Length; i++) sum += x[i] * x[i]; for (int i = 0; i < n; i++) sum += Math.Sin(x[i]) * w[0];");

    public static TheoryData<string> Partial => new(
        "for (int i = 0; i < n; i++) sum += x[i] * x[i];",
        "for (int i = 1; i < x.Length; i++) sum += x[i] * x[i];",
        "for (int i = 0; i < x.Length - 1; i++) sum += x[i] * x[i];",
        "for (int i = 0; i < x.Length; i += 2) sum += x[i] * x[i];",
        "for (int i = 0; i < w.Length; i++) sum += x[i] * x[i];",
        "for (int i = 0; i < x.Length; i++) { if (x[i] < -0.5) break; sum += x[i] * x[i]; }",
        "for (int i = 0; i < x.Length; i++) { if (i == n) return sum; sum += x[i] * x[i]; }",
        "for (int i = 0; i < x.Length; i++) { if (i == n) continue; sum += x[i] * x[i]; }",
        "for (int i = 0; i + 1 < x.Length; i++) sum += x[i] * x[i + 1];",
        "for (int i = 0; i < x.Length; i++) sum += x[i / 2] * x[i / 2];",
        "for (int i = 0; i < x.Length; i++) sum += x[n / 2] * i;",
        "if (n > 3) for (int i = 0; i < x.Length; i++) sum += x[i] * x[i];",
        "for (int k = 0; k < n; k++) for (int i = 0; i < x.Length; i++) sum += x[i] * x[i] * k;",
        "for (int i = 0; i < x.Length; i++) for (int k = 0; k < n; k++) sum += x[i] * Math.Sin(x[i]) * k;",
        "int i = 0; while (i < n) { sum += x[i] * x[i]; i += 2; }");

    // Local arrays whose derivatives are added to, read and set to zero, again and again.
    public static TheoryData<string> Workspace => new(
        Steps,
        "var k = new double[x.Length]; for (int step = 0; step < n; step++) { k[0] = x[0]; for (int i = 1; i < x.Length; i++) k[i] = x[i] * x[i - 1] * Math.Cos(sum); for (int i = 0; i < x.Length; i++) sum += Math.Sin(k[i]) * 0.1; }",
        "var k = new double[x.Length]; for (int step = 0; step < n; step++) { for (int i = 1; i < x.Length; i++) k[i] = x[i] * Math.Cos(sum); for (int i = 0; i + 1 < x.Length; i++) sum += Math.Sin(k[i]) * 0.1; }",
        "var k = new double[x.Length]; for (int step = 0; step < n; step++) { for (int i = 0; i < x.Length; i += 2) k[i] = x[i] * Math.Cos(sum); for (int i = 0; i < x.Length; i++) sum += Math.Sin(k[i]) * 0.1; }",
        "var k = new double[x.Length]; for (int step = 0; step < n; step++) { if (step % 2 == 0) for (int i = 0; i < x.Length; i++) k[i] = x[i] * Math.Cos(sum); for (int i = 0; i < x.Length; i++) sum += Math.Sin(k[i]) * 0.1; }",
        "var k = new double[x.Length]; for (int step = 0; step < n; step++) { for (int i = 0; i < x.Length; i++) k[i] += x[i] * Math.Cos(k[x.Length - 1]); for (int i = 0; i < n; i++) sum += Math.Sin(k[i]) * 0.1; }",
        "double[] a = new double[x.Length], b = new double[x.Length]; for (int i = 0; i < x.Length; i++) a[i] = x[i]; for (int step = 0; step < n; step++) { for (int i = 1; i < x.Length; i++) b[i] = Math.Sin(a[i - 1] * x[i]); for (int i = 0; i < x.Length; i++) a[i] = a[i] + b[i] * 0.3; } for (int i = 0; i < x.Length; i++) sum += a[i];",
        "double[] a = new double[x.Length], b = new double[x.Length]; for (int step = 0; step < n; step++) { for (int i = 0; i < x.Length; i++) b[i] = Math.Sin(a[i] + x[i]); (a, b) = (b, a); } for (int i = 0; i < x.Length; i++) sum += a[i];",
        "var k = new double[x.Length]; for (int step = 0; step < n; step++) { Array.Clear(k); for (int i = 0; i < x.Length; i++) k[i / 2] += x[i] * Math.Cos(sum); for (int i = 0; i < x.Length; i++) sum += Math.Sin(k[i]) * 0.1; }");

    [Theory]
    [MemberData(nameof(Whole))]
    public void What_a_loop_writes_whole_is_not_cleared(string code)
    {
        using GeneratorRun run = Compile(code, "");
        Assert.False(IsCleared(run), run.GeneratedText);
        run.Invoke("M", "Test");
        using GeneratorRun without = Compile(code, "AdjointStores");
        Assert.True(IsCleared(without), without.GeneratedText);
    }

    [Theory]
    [MemberData(nameof(Partial))]
    public void What_may_stay_in_part_is_cleared(string code)
    {
        foreach (string disable in new[] { "", "LoopLanes" })
        {
            using GeneratorRun run = Compile(code, disable);
            Assert.True(IsCleared(run), run.GeneratedText);
            run.Invoke("M", "Test");
        }
    }

    [Theory]
    [MemberData(nameof(Workspace))]
    public void Workspace_that_is_written_again_and_again_keeps_nothing(string code)
    {
        foreach (string disable in new[] { "", "LoopLanes", "Fuse" })
        {
            using GeneratorRun run = Compile(code, disable);
            run.Invoke("M", "Test");
        }
    }

    [Fact]
    public void Zeros_are_neither_written_nor_read_where_the_next_iteration_stores()
    {
        using GeneratorRun run = Compile(Steps, "LoopLanes");
        Assert.Contains("dk = tape.Unset<double>", run.GeneratedText);
        Assert.DoesNotContain("dk[i] += ", run.GeneratedText);
        Assert.DoesNotContain("dk[i] = 0.0", run.GeneratedText);
    }

    // The destination, or workspace in its place until nothing can throw any more.
    private static bool IsCleared(GeneratorRun run) => run.GeneratedText.Contains("dx.Clear()") || run.GeneratedText.Contains("dx2 = tape.Scratch");

    [Theory]
    [InlineData("for (int i = 0; i < x.Length; i++) sum += x[i];", true)]
    [InlineData("for (int i = 1; i < x.Length; i++) sum += x[i];", false)]
    [InlineData("for (int i = 0; i < n; i++) sum += x[i];", false)]
    [InlineData("for (int i = 0; i < x.Length; i++) sum += x[i] * i;", false)]
    public void A_loop_that_stores_one_number_everywhere_is_a_fill(string code, bool fills)
    {
        using GeneratorRun run = Compile(code, "");
        Assert.Equal(fills, run.GeneratedText.Contains("dx.Fill("));
        run.Invoke("M", "Test");
    }

    private static GeneratorRun Compile(string code, string disable) => GeneratorRun.Compile($$"""
        using System;
        using DiffGen;

        public static partial class M
        {
            [Differentiable(Derivatives.Gradient)]
            public static double F(int n, double[] x, double[] w)
            {
                double sum = w[0] * w[0];
                {{code}}
                return sum;
            }

        {{Check}}
        }
        """, GeneratorOptions.Default with { Disable = disable }).AssertCleanWithAnalyzers();
}
