using System;
using System.Collections.Immutable;
using System.Linq;
using System.Text.RegularExpressions;
using DiffGen.TestKit;
using Xunit;

namespace DiffGen.Cases.Tests;

/// <summary><c>FloatingPoint.Fast</c>: what it changes in generated code, pass by pass, and what it must not change.</summary>
public sealed class FastModeTests
{
    private const string Source = """
        using System;
        using DiffGen;
        namespace Own;

        public static partial class Functions
        {
            [Differentiable(FloatingPoint = FloatingPoint.Fast)]
            public static double Fast(double x, double y) => x * y + Math.Sin(x) * Math.Cos(x) + y / (x + 3) + x / (x + 3) + Math.Pow(y, 3);

            [Differentiable]
            public static double Plain(double x, double y) => x * y + Math.Sin(x) * Math.Cos(x) + y / (x + 3) + x / (x + 3) + Math.Pow(y, 3);

            [Differentiable(FloatingPoint = FloatingPoint.Strict)]
            public static double Strict(double x, double y) => x * y + x;

            [Differentiable(FloatingPoint = FloatingPoint.Fast)]
            public static double Exponentials(double[] x)
            {
                double s = 0;
                for (int i = 0; i < x.Length; i++)
                    s += Math.Exp(x[i]) * Math.Log(x[i]);
                return s;
            }

            [Differentiable(Name = "Exact")]
            [Differentiable(Name = "Quick", FloatingPoint = FloatingPoint.Fast)]
            public static double Both(double x, int n) => n == 0 ? x * x + x : x * Both(x / 3, n - 1) + Math.Sin(x);
        }
        """;

    [Theory]
    [InlineData("Contraction", "MultiplyAddEstimate(", true)]
    [InlineData("SinesAndCosines", "SinCos(", true)]
    [InlineData("SharedReciprocals", "reciprocal", true)]
    [InlineData("PowerExpansion", "System.Math.Pow(", false)]
    [InlineData("VectorMathematics", "FastMath.Exp(", true)]
    public void Each_pass_can_be_switched_off(string pass, string text, bool writes)
    {
        using GeneratorRun on = GeneratorRun.Compile(Source).AssertClean();
        using GeneratorRun off = GeneratorRun.Compile(Source, GeneratorOptions.Default with { Disable = pass }).AssertClean();
        string[] methods = ["Fast", "Exponentials"];
        Assert.Equal(writes, methods.Any(method => FileOf(on, method).Contains(text, StringComparison.Ordinal)));
        Assert.Equal(!writes, methods.Any(method => FileOf(off, method).Contains(text, StringComparison.Ordinal)));
        Assert.DoesNotContain("MultiplyAddEstimate", FileOf(on, "Plain"), StringComparison.Ordinal);
        Assert.DoesNotContain("FastMath", FileOf(on, "Plain"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("JammedLoops", false)]
    public void Sums_that_loops_carry_are_contracted_where_they_stand_side_by_side(string disabled, bool isContracted)
    {
        using GeneratorRun run = GeneratorRun.Compile("""
            using DiffGen;
            namespace Own;

            public static partial class Functions
            {
                [Differentiable(FloatingPoint = FloatingPoint.Fast)]
                public static double Nearest(int n, int k, [NoDerivative] double[] p, double[] c)
                {
                    double sum = 0;
                    for (int i = 0; i < n; i++)
                    {
                        double nearest = double.PositiveInfinity;
                        for (int m = 0; m < k; m++)
                        {
                            double distance = 0;
                            for (int j = 0; j < 3; j++)
                                distance += (p[i * 3 + j] - c[m * 3 + j]) * (p[i * 3 + j] - c[m * 3 + j]);
                            if (distance < nearest)
                                nearest = distance;
                        }
                        sum += nearest;
                    }
                    return sum;
                }
            }
            """, GeneratorOptions.Default with { Disable = disabled }).AssertClean();
        Assert.Equal(isContracted, Regex.IsMatch(FileOf(run, "Nearest"), @"distance\d? = .*MultiplyAddEstimate\("));
    }

    [Fact]
    public void A_property_speaks_for_marks_that_say_nothing()
    {
        using GeneratorRun run = GeneratorRun.Compile(Source, GeneratorOptions.Default with { Properties = ImmutableDictionary<string, string>.Empty.Add("DiffGenFloatingPoint", "Fast") }).AssertClean();
        Assert.Contains("MultiplyAddEstimate", FileOf(run, "Plain"), StringComparison.Ordinal);
        Assert.DoesNotContain("MultiplyAddEstimate", FileOf(run, "Strict"), StringComparison.Ordinal);
    }

    [Fact]
    public void Fast_and_strict_companions_of_one_method_have_their_own_helpers()
    {
        using GeneratorRun run = GeneratorRun.Compile(Source).AssertClean();
        string[] helpers = [.. Regex.Matches(FileOf(run, "Both"), @"static .* (BothForward_\w+)\(").Select(match => match.Groups[1].Value)];
        Assert.Equal(2, helpers.Length);
        Assert.Equal(2, helpers.Distinct().Count());
        double primal = run.Invoke<double>("Own.Functions", "Both", 0.7, 4);
        var exact = run.Invoke<(double Value, double Gradient)>("Own.Functions", "ExactValueAndGradient", 0.7, 4);
        var quick = run.Invoke<(double Value, double Gradient)>("Own.Functions", "QuickValueAndGradient", 0.7, 4);
        Assert.Equal(primal, exact.Value);
        Assert.Equal(primal, quick.Value, 1e-15);
        Assert.Equal(exact.Gradient, quick.Gradient, 1e-14);
    }

    [Theory]
    [InlineData(double.NaN, 1)]
    [InlineData(double.PositiveInfinity, 1)]
    [InlineData(double.NegativeInfinity, 1)]
    [InlineData(1, double.PositiveInfinity)]
    [InlineData(-3, 2)]
    [InlineData(-3, 0)]
    [InlineData(0, 0)]
    [InlineData(-0.0, -0.0)]
    [InlineData(1e200, -1e150)]
    public void Special_values_stay_what_they_are(double x, double y)
    {
        using GeneratorRun run = GeneratorRun.Compile(Source).AssertClean();
        var strict = run.Invoke<(double Value, (double X, double Y) Gradient)>("Own.Functions", "PlainValueAndGradient", x, y);
        var fast = run.Invoke<(double Value, (double X, double Y) Gradient)>("Own.Functions", "FastValueAndGradient", x, y);
        AssertAlike(strict.Value, fast.Value);
        AssertAlike(strict.Gradient.X, fast.Gradient.X);
        AssertAlike(strict.Gradient.Y, fast.Gradient.Y);
    }

    private static void AssertAlike(double expected, double actual) =>
        Assert.True(expected.Equals(actual) || Math.Abs(actual - expected) <= 1e-14 * Math.Abs(expected), $"{actual:R} instead of {expected:R}");

    private static string FileOf(GeneratorRun run, string method) => run.GeneratedFiles.Single(file => file.HintName.Contains("." + method, StringComparison.Ordinal)).Text;
}
