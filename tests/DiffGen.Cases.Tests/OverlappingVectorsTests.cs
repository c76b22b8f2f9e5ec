using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using DiffGen.TestKit;
using Xunit;

namespace DiffGen.Cases.Tests;

/// <summary>Loops with so much to do in each iteration that their last vector begins inside the one before: at every length, against the loops one iteration at a time.</summary>
public sealed class OverlappingVectorsTests : IClassFixture<OverlappingVectorsTests.Runs>
{
    private const string Source = """
        using System;
        using DiffGen;
        namespace Own;

        public static partial class Functions
        {
            [Differentiable(Name = "State")]
            [Differentiable(Name = "StateFast", FloatingPoint = FloatingPoint.Fast)]
            public static double State(double[] x, double[] w)
            {
                var cell = new double[x.Length];
                double total = 0;
                for (int t = 0; t < 3; t++)
                {
                    for (int i = 0; i < x.Length; i++)
                    {
                        double gate = 1 / (1 + Math.Exp(-(x[i] * w[i])));
                        cell[i] = cell[i] * gate + (1 - gate) * Math.Tanh(x[i] + w[i]);
                        x[i] = gate * Math.Tanh(cell[i]);
                    }
                    for (int i = 0; i < x.Length; i++)
                        total += x[i] * cell[i] * (i + 1);
                }
                return total;
            }

            [Differentiable(Name = "Backwards")]
            [Differentiable(Name = "BackwardsFast", FloatingPoint = FloatingPoint.Fast)]
            public static double Backwards(double[] x, double[] w)
            {
                var y = new double[x.Length];
                double sum = 0;
                for (int i = x.Length - 1; i >= 0; i--)
                {
                    y[i] = Math.Exp(0.5 * x[i]) * w[i];
                    sum += y[i] * Math.Sin(x[i]);
                    w[i] = 2 * w[i] - y[i];
                }
                for (int i = 0; i < x.Length; i++)
                    sum += y[i] * w[i] * i;
                return sum;
            }

            [Differentiable(Name = "Branches")]
            [Differentiable(Name = "BranchesFast", FloatingPoint = FloatingPoint.Fast)]
            public static double Branches(double[] x, double[] w)
            {
                double sum = 0;
                for (int i = 1; i <= x.Length - 2; i++)
                {
                    if (x[i] > 0)
                        w[i] = Math.Log(x[i]) * w[i];
                    else
                        sum -= Math.Exp(x[i - 1]) * w[i];
                    sum += w[i] * x[i + 1] + Math.Cos(w[i]);
                }
                return sum;
            }

            [Differentiable(Name = "Bins")]
            [Differentiable(Name = "BinsFast", FloatingPoint = FloatingPoint.Fast)]
            public static double Bins(double[] x, double[] w, int[] bin)
            {
                var bins = new double[5];
                for (int i = 0; i < x.Length; i++)
                    bins[bin[i]] += Math.Tanh(x[i]) * w[i];
                double sum = 0;
                for (int i = 0; i < x.Length; i++)
                    sum += bins[bin[i]] * Math.Exp(x[i]);
                return sum;
            }

            [Differentiable(Name = "Shared")]
            [Differentiable(Name = "SharedFast", FloatingPoint = FloatingPoint.Fast)]
            public static double Shared(double[] x, double[] w)
            {
                if (w.Length < 3)
                    return 0;
                double sum = 0;
                for (int i = 0; i < x.Length; i++)
                {
                    double power = 1;
                    power = power * Math.Exp(x[i] * w[0]) + w[1];
                    power = power * Math.Sin(x[i] + w[1]) + w[2];
                    sum += power * w[2];
                }
                return sum;
            }

            [Differentiable(Name = "Polynomial")]
            [Differentiable(Name = "PolynomialFast", FloatingPoint = FloatingPoint.Fast)]
            public static double Polynomial(double[] x, double[] w)
            {
                for (int i = 0; i < x.Length; i++)
                {
                    double a = x[i], b = w[i];
                    double p = ((((((0.1 * a + 0.2) * a - 0.3) * a + 0.4) * a - 0.5) * a + b) * a - 0.7) * b;
                    w[i] = p - a * b;
                    x[i] = p * b + (a - b) * (a + b);
                }
                double sum = 0;
                for (int i = 0; i < x.Length; i++)
                    sum += w[i] * x[i] * (i + 0.5);
                return sum;
            }

            [Differentiable(Name = "Single")]
            [Differentiable(Name = "SingleFast", FloatingPoint = FloatingPoint.Fast)]
            public static float Single(float[] x, float[] w)
            {
                float sum = 0;
                for (int i = 0; i < x.Length; i++)
                {
                    w[i] = MathF.Exp(x[i]) * w[i];
                    sum += w[i] * MathF.Tanh(x[i]);
                }
                return sum;
            }
        }
        """;

    private readonly Runs _runs;

    public OverlappingVectorsTests(Runs runs) => _runs = runs;

    [Theory]
    [InlineData("State")]
    [InlineData("Backwards")]
    [InlineData("Branches")]
    [InlineData("Bins")]
    [InlineData("Shared")]
    [InlineData("Polynomial")]
    [InlineData("Single")]
    public void Gradients_are_those_of_single_iterations_at_every_length(string method)
    {
        for (int n = 0; n <= 40; n++)
        {
            double[][] expected = Gradient(_runs.Off, method, method, n);
            double tolerance = method == "Single" ? 2e-5 : 1e-11;
            AssertClose(expected, Gradient(_runs.On, method, method, n), tolerance, $"{method} {n}");
            AssertClose(expected, Gradient(_runs.On, method, method + "Fast", n), tolerance, $"{method}Fast {n}");
        }
    }

    [Theory]
    [InlineData("StateFast", true)]
    [InlineData("State", true)]
    [InlineData("BackwardsFast", true)]
    [InlineData("BranchesFast", true)]
    [InlineData("Polynomial", true)]
    [InlineData("PolynomialFast", true)]
    [InlineData("SingleFast", true)]
    [InlineData("BinsFast", true)]
    [InlineData("SharedFast", true)]
    [InlineData("Bins", false)]
    public void Vectors_overlap_where_there_is_much_to_do(string companion, bool overlaps)
    {
        string text = string.Join("\n", _runs.On.GeneratedFiles.Select(file => file.Text));
        string core = Regex.Match(text, $@"(?:double|float) {companion}ValueAndGradient\(.*?(\w+Reverse_\w+)\(", RegexOptions.Singleline).Groups[1].Value;
        string body = text.Split("private static ").Single(part => part.Split("(")[0].EndsWith($" {core}", StringComparison.Ordinal));
        Assert.Equal(overlaps, body.Contains("Chosen", StringComparison.Ordinal));
    }

    // The arguments after the call, the value, the derivatives.
    private static double[][] Gradient(GeneratorRun run, string method, string companion, int n)
    {
        var type = run.Assembly.GetType("Own.Functions", throwOnError: true)!;
        bool isSingle = type.GetMethod(method)!.ReturnType == typeof(float);
        double[] x = [.. Enumerable.Range(0, n).Select(i => Math.Sin(1 + (3.7 * i)))], w = [.. Enumerable.Range(0, n).Select(i => 0.3 + Math.Cos(2 + (1.3 * i)))];
        Array arguments = isSingle ? x.Select(number => (float)number).ToArray() : x, weights = isSingle ? w.Select(number => (float)number).ToArray() : w;
        var gradient = type.GetMethods().Single(m => m.Name == companion + "ValueAndGradient" && m.ReturnType != typeof(double) && m.ReturnType != typeof(float));
        object result = gradient.Invoke(null, method == "Bins" ? [arguments, weights, Enumerable.Range(0, n).Select(i => i * 7 % 5).ToArray()] : [arguments, weights])!;
        return [Numbers(arguments), Numbers(weights), .. Parts(result).Select(Numbers)];

        static double[] Numbers(object part) => part is Array array ? [.. array.Cast<object>().Select(Convert.ToDouble)] : [Convert.ToDouble(part, CultureInfo.InvariantCulture)];

        static IEnumerable<object> Parts(object part) => part is ITuple tuple ? Enumerable.Range(0, tuple.Length).SelectMany(i => Parts(tuple[i]!)) : [part];
    }

    private static void AssertClose(double[][] expected, double[][] actual, double tolerance, string where)
    {
        for (int k = 0; k < expected.Length; k++)
        {
            double scale = expected[k].Select(Math.Abs).DefaultIfEmpty(0).Max() + 1;
            for (int i = 0; i < expected[k].Length; i++)
                Assert.True(Math.Abs(expected[k][i] - actual[k][i]) <= tolerance * scale, $"{where}, {k}[{i}]: {expected[k][i]:R} and {actual[k][i]:R}");
        }
    }

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
