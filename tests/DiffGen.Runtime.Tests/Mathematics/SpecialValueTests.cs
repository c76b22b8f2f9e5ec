using System;
using System.Linq;
using Xunit;

namespace DiffGen.Runtime.Tests.Mathematics;

/// <summary>Not-a-number, infinities and zeros with their signs, as the functions of one number give them.</summary>
public class SpecialValueTests
{
    private static readonly double[] s_values =
    [
        0.0, -0.0, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.Epsilon, -double.Epsilon, 2.2250738585072014E-308, -1e-310,
        double.MaxValue, double.MinValue, 1, -1, 2, -2, 3, -3, 0.5, -0.5, 1.0000000000000002, -1.0000000000000002, 710, -746, 1024, -1075, 1e22, -1e22, 1e-20, -1e-20,
    ];

    public static TheoryData<string> NamesOfOne() => [.. Functions.OfOne];

    public static TheoryData<string> NamesOfTwo() => [.. Functions.OfTwo];

    [Theory]
    [MemberData(nameof(NamesOfOne))]
    public void A_function_of_one_number_is_special_where_that_of_numbers_is(string name)
    {
        foreach (int width in new[] { 8, 4, 2 })
        {
            double[] results = Functions.Apply(name, width, s_values);
            for (int i = 0; i < s_values.Length; i++)
                AssertSame(Exact(name, s_values[i]), results[i], $"{name}({s_values[i]:R})");
        }
        foreach (int width in new[] { 16, 8 })
        {
            float[] singles = [.. s_values.Select(value => (float)value)];
            float[] results = Functions.ApplySingle(name, width, singles);
            for (int i = 0; i < singles.Length; i++)
                AssertSame((float)Exact(name, singles[i]), results[i], $"{name}({singles[i]:R}f)");
        }
    }

    [Theory]
    [MemberData(nameof(NamesOfTwo))]
    public void A_function_of_two_numbers_is_special_where_that_of_numbers_is(string name)
    {
        (double X, double Y)[] pairs = [.. s_values.SelectMany(_ => s_values, (x, y) => (x, y))];
        foreach (int width in new[] { 8, 4, 2 })
        {
            double[] results = Functions.Apply(name, width, [.. pairs.Select(pair => pair.X)], [.. pairs.Select(pair => pair.Y)]);
            for (int i = 0; i < pairs.Length; i++)
                AssertSame(Functions.OfNumber(name, pairs[i].X, pairs[i].Y), results[i], $"{name}({pairs[i].X:R}, {pairs[i].Y:R})");
        }
        foreach (int width in new[] { 16, 8 })
        {
            float[] x = [.. pairs.Select(pair => (float)pair.X)], y = [.. pairs.Select(pair => (float)pair.Y)];
            float[] results = Functions.ApplySingle(name, width, x, y);
            for (int i = 0; i < x.Length; i++)
                AssertSame((float)Functions.OfNumber(name, x[i], y[i]), results[i], $"{name}({x[i]:R}f, {y[i]:R}f)");
        }
    }

    // Those of the framework add or subtract one: small arguments and the sign of zero are lost.
    private static double Exact(string name, double x) => name is "ExpM1" or "LogP1" && Math.Abs(x) < 1e-19 ? x : Functions.OfNumber(name, x);

    private static void AssertSame(double expected, double actual, string message)
    {
        if (double.IsNaN(expected) || double.IsInfinity(expected) || expected == 0)
            Assert.True(expected.Equals(actual) && double.IsNegative(expected) == double.IsNegative(actual) || double.IsNaN(expected) && double.IsNaN(actual), $"{message}: {actual:R} instead of {expected:R}");
        else
            Assert.True(Math.Abs(actual - expected) <= Math.Max(4e-15 * Math.Abs(expected), 2 * double.Epsilon), $"{message}: {actual:R} instead of {expected:R}");
    }

    private static void AssertSame(float expected, float actual, string message)
    {
        if (float.IsNaN(expected) || float.IsInfinity(expected) || expected == 0)
            Assert.True(expected.Equals(actual) && float.IsNegative(expected) == float.IsNegative(actual) || float.IsNaN(expected) && float.IsNaN(actual), $"{message}: {actual:R} instead of {expected:R}");
        else
            Assert.True(Math.Abs(actual - expected) <= Math.Max(1.2e-7f * Math.Abs(expected), 2 * float.Epsilon), $"{message}: {actual:R} instead of {expected:R}");
    }
}
