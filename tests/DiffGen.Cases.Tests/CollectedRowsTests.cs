using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.TestKit;
using Xunit;

namespace DiffGen.Cases.Tests;

/// <summary>Rows that lanes collect in a loop of their own, in the first round of the loop that reads them again and again.</summary>
public sealed class CollectedRowsTests : IClassFixture<CollectedRowsTests.Runs>
{
    private const string Source = """
        using System;
        using DiffGen;
        namespace Own;

        public static partial class Functions
        {
            [Differentiable]
            public static double Nearest(int n, int k, int d, double[] p, double[] c)
            {
                double sum = 0;
                for (int i = 0; i < n; i++)
                {
                    double nearest = double.PositiveInfinity;
                    for (int m = 0; m < k; m++)
                    {
                        double distance = 0;
                        for (int j = 0; j < d; j++)
                        {
                            double e = p[i * d + j] - c[m * d + j];
                            distance += e * e;
                        }
                        if (distance < nearest)
                            nearest = distance;
                    }
                    if (k > 0)
                        sum += nearest;
                }
                return sum;
            }

            // The first round of the middle loop is its last index, and rows begin behind their first element.
            [Differentiable]
            public static double Downwards(int n, int k, int d, double[] p, double[] c)
            {
                double sum = 0;
                for (int i = 0; i < n; i++)
                {
                    double product = 1;
                    for (int m = k - 1; m >= 0; m--)
                    {
                        double s = 0;
                        for (int j = 1; j < d; j++)
                            s += p[i * d + j] * c[m * d + j] + p[i * d + j - 1];
                        product *= 1 + 0.1 * s;
                    }
                    sum += product;
                }
                return sum;
            }

            // Two loops over the same rows, the first inside rounds of its own.
            [Differentiable]
            public static double Twice(int n, int k, int d, double[] p, double[] c)
            {
                double sum = 0;
                for (int i = 0; i < n; i++)
                {
                    for (int r = 0; r < 2; r++)
                    {
                        for (int m = 0; m < k; m++)
                        {
                            double s = 0;
                            for (int j = 0; j < d; j++)
                                s += p[i * d + j] * c[m * d + j];
                            sum += Math.Sin(s + r);
                        }
                    }
                    for (int m = 0; m < k; m++)
                    {
                        double s = 0;
                        for (int j = 0; j < d; j++)
                            s += p[i * d + j] * p[i * d + j] * c[m];
                        sum += s;
                    }
                }
                return sum;
            }

            // The division throws something else, before the row is read.
            [Differentiable]
            public static double Divided(int n, int k, int d, double[] p, double[] c)
            {
                double sum = 0;
                for (int i = 0; i < n; i++)
                {
                    for (int m = 0; m < k; m++)
                    {
                        double s = 0;
                        for (int j = 0; j < d; j++)
                            s += c[j / (k - 2)] * p[i * d + j];
                        sum += s * s;
                    }
                }
                return sum;
            }

            // Not every element of a row is read.
            [Differentiable]
            public static double Sometimes(int n, int k, int d, double[] p, double[] c)
            {
                double sum = 0;
                for (int i = 0; i < n; i++)
                {
                    for (int m = 0; m < k; m++)
                    {
                        double s = 0;
                        for (int j = 0; j < d + 2; j++)
                        {
                            if (j < d)
                                s += c[m] * p[i * d + j];
                        }
                        sum += s * s;
                    }
                }
                return sum;
            }

            public static double Run(string method, int n, int k, int d, double[] p, double[] c, double[] dp, double[] dc) => method switch
            {
                "Nearest" => NearestValueAndGradient(n, k, d, p, c, dp, dc),
                "Downwards" => DownwardsValueAndGradient(n, k, d, p, c, dp, dc),
                "Twice" => TwiceValueAndGradient(n, k, d, p, c, dp, dc),
                "Divided" => DividedValueAndGradient(n, k, d, p, c, dp, dc),
                _ => SometimesValueAndGradient(n, k, d, p, c, dp, dc),
            };
        }
        """;

    private readonly Runs _runs;

    public CollectedRowsTests(Runs runs) => _runs = runs;

    internal delegate double Run(string method, int n, int k, int d, double[] p, double[] c, double[] dp, double[] dc);

    /// <param name="method">The method.</param>
    /// <param name="collects">Some rows are collected in a loop of their own.</param>
    [Theory]
    [InlineData("Nearest", true)]
    [InlineData("Downwards", true)]
    [InlineData("Twice", true)]
    [InlineData("Divided", false)]
    [InlineData("Sometimes", false)]
    public void Rows_are_collected_where_nobody_can_tell(string method, bool collects)
    {
        string text = _runs.On.GeneratedFiles.Single(file => file.HintName.Contains($".{method}.", StringComparison.Ordinal)).Text;
        Assert.Contains("Eight iterations at once", text, StringComparison.Ordinal);
        string[] lines = [.. text.Split('\n').Select(line => line.Trim())];
        bool found = Enumerable.Range(2, lines.Length - 2).Any(i => lines[i].StartsWith("pRows", StringComparison.Ordinal) && lines[i].Contains("] = ", StringComparison.Ordinal) && lines[i - 1] == "{" && lines[i - 2].StartsWith("for (", StringComparison.Ordinal));
        Assert.Equal(collects, found);
    }

    [Theory]
    [InlineData("Nearest", 0)]
    [InlineData("Downwards", 0)]
    [InlineData("Twice", 0)]
    [InlineData("Divided", 10)]
    [InlineData("Sometimes", 0)]
    public void Values_derivatives_and_exceptions_are_those_of_the_plain_loops(string method, int leastDivided)
    {
        Run run = Entry(_runs.On), plain = Entry(_runs.Off);
        int thrown = 0, divided = 0, ended = 0;
        foreach ((int n, int k, int d, int missing) in Calls())
        {
            (double Value, double[] Derivatives, Type? Thrown) expected = Call(plain, method, n, k, d, missing), actual = Call(run, method, n, k, d, missing);
            Assert.Equal(expected.Thrown, actual.Thrown);
            if (expected.Thrown is not null)
            {
                thrown += expected.Thrown == typeof(IndexOutOfRangeException) ? 1 : 0;
                divided += expected.Thrown == typeof(DivideByZeroException) ? 1 : 0;
                continue;
            }
            ended++;
            Assert.Equal(BitConverter.DoubleToInt64Bits(expected.Value), BitConverter.DoubleToInt64Bits(actual.Value));
            for (int i = 0; i < expected.Derivatives.Length; i++)
                Assert.Equal(expected.Derivatives[i], actual.Derivatives[i], 1e-11 * (1 + Math.Abs(expected.Derivatives[i])));
        }
        Assert.InRange(thrown, 20, int.MaxValue);
        Assert.InRange(ended, 100, int.MaxValue);
        Assert.InRange(divided, leastDivided, int.MaxValue);
    }

    private static IEnumerable<(int N, int K, int D, int Missing)> Calls() =>
        from n in new[] { 0, 3, 8, 17, 24 }
        from k in new[] { 0, 1, 2, 4, 9 }
        from d in new[] { 0, 1, 3, 8 }
        from missing in new[] { 0, 1, 30 }
        select (n, k, d, missing);

    private static (double Value, double[] Derivatives, Type? Thrown) Call(Run run, string method, int n, int k, int d, int missing)
    {
        double[] p = [.. Enumerable.Range(0, Math.Max((n * d) - missing, 0)).Select(i => Math.Sin(i + 1))], c = [.. Enumerable.Range(0, (k + 1) * (d + 1)).Select(i => Math.Cos(2 * i))];
        double[] dp = new double[p.Length], dc = new double[c.Length];
        double value = 0;
        Exception? thrown = Record.Exception(() => value = run(method, n, k, d, p, c, dp, dc));
        return (value, [.. dp, .. dc], thrown?.GetType());
    }

    private static Run Entry(GeneratorRun run) => run.Assembly.GetType("Own.Functions", throwOnError: true)!.GetMethod("Run")!.CreateDelegate<Run>();

    /// <summary>The same source with lanes and without.</summary>
    public sealed class Runs : IDisposable
    {
        internal GeneratorRun On { get; } = GeneratorRun.Compile(Source).AssertClean();

        internal GeneratorRun Off { get; } = GeneratorRun.Compile(Source, GeneratorOptions.Default with { Disable = "LoopLanes" }).AssertClean();

        public void Dispose()
        {
            On.Dispose();
            Off.Dispose();
        }
    }
}
