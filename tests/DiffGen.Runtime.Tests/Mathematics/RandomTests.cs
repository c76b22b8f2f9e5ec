using System;
using System.Linq;
using Xunit;

namespace DiffGen.Runtime.Tests.Mathematics;

/// <summary>Many random numbers, against the functions of one number where those are good enough to compare with.</summary>
public class RandomTests
{
    private const int Count = 20_000;

    // Largest error of the function of one number in units of the last place, on the platforms that are tested.
    public static TheoryData<string, double, double, double> Ranges() => new()
    {
        { "Exp", -745, 709, 1 },
        { "Exp2", -1074, 1023, 1 },
        { "Log", 1e-3, 1e3, 1 },
        { "Log2", 1e-3, 1e3, 1 },
        { "Log10", 1e-3, 1e3, 2 },
        { "Sin", -1e5, 1e5, 1 },
        { "Cos", -1e5, 1e5, 1 },
        { "Tan", -1e3, 1e3, 1 },
        { "Sinh", -700, 700, 2 },
        { "Cosh", -700, 700, 2 },
        { "Tanh", -20, 20, 2.5 },
        { "Atan", -10, 10, 1 },
        { "Asin", -1, 1, 1 },
        { "Acos", -1, 1, 1 },
        { "Cbrt", -1e6, 1e6, 3.5 },
    };

    [Theory]
    [MemberData(nameof(Ranges))]
    public void Doubles_are_near_those_of_numbers(string name, double low, double high, double others)
    {
        double[] x = Numbers(low, high);
        foreach (int width in new[] { 8, 4, 2 })
        {
            double[] results = Functions.Apply(name, width, x);
            for (int i = 0; i < Count; i++)
            {
                double expected = Functions.OfNumber(name, x[i]);
                double unit = Math.BitIncrement(Math.Abs(expected)) - Math.Abs(expected);
                Assert.True(Math.Abs(results[i] - expected) <= (1.5 + others) * unit, $"{name}({x[i]:R}) = {results[i]:R} instead of {expected:R}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Ranges))]
    public void Singles_are_the_rounded_doubles(string name, double low, double high, double others)
    {
        Assert.True(others < 1e6, "What doubles lose is nothing for singles.");
        float[] x = [.. Numbers(low, high).Select(number => (float)number)];
        foreach (int width in new[] { 16, 8 })
        {
            float[] results = Functions.ApplySingle(name, width, x);
            for (int i = 0; i < Count; i++)
            {
                double expected = Functions.OfNumber(name, x[i]);
                float rounded = (float)expected;
                double unit = (double)MathF.BitIncrement(MathF.Abs(rounded)) - MathF.Abs(rounded);
                Assert.True(rounded.Equals(results[i]) || Math.Abs(results[i] - expected) <= 1.5 * unit, $"{name}({x[i]:R}f) = {results[i]:R} instead of {expected:R}");
            }
        }
    }

    [Fact]
    public void Sine_and_cosine_at_once_are_those_alone()
    {
        double[] x = [.. Numbers(-1e5, 1e5), double.NaN, 1e22, -0.0];
        for (int i = 0; i + 8 <= x.Length; i += 8)
        {
            System.Runtime.Intrinsics.Vector512<double> lanes = System.Runtime.Intrinsics.Vector512.Create(x, i);
            var (sine, cosine) = CompilerServices.FastMath.SinCos(lanes);
            Assert.Equal(CompilerServices.FastMath.Sin(lanes), sine);
            Assert.Equal(CompilerServices.FastMath.Cos(lanes), cosine);
        }
    }

    private static double[] Numbers(double low, double high)
    {
        var random = new Random(3);
        return [.. Enumerable.Range(0, Count).Select(_ => low + (high - low) * random.NextDouble())];
    }
}
