using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.CompilerServices;
using Xunit;
using S = DiffGen.CompilerServices.Series<double>;

namespace DiffGen.Runtime.Tests;

/// <summary>Truncated power series: closed forms, identities, and the chain rule against differences.</summary>
public sealed class SeriesTests
{
    private const int Order = 12;

    private static double[] Coefficients(S series)
    {
        var result = new double[Order + 1];
        series.CopyTo(result);
        return result;
    }

    private static void Close(S expected, S actual, double tolerance = 1e-12)
    {
        double[] e = Coefficients(expected), a = Coefficients(actual);
        for (int k = 0; k <= Order; k++)
            Assert.True(Math.Abs(e[k] - a[k]) <= tolerance * Math.Max(1, Math.Abs(e[k])), $"coefficient {k}: expected {e[k]:R}, got {a[k]:R}");
    }

    private static S Curve(double value) => S.Along(value, 0.7, Order) + (S.Along(0, 0.3, Order) * S.Along(0, -1.1, Order));

    [Fact]
    public void Exponential_and_circular_functions_have_their_textbook_series()
    {
        S x = S.Along(0, 1, Order);
        double factorial = 1;
        for (int k = 0; k <= Order; k++)
        {
            factorial *= Math.Max(1, k);
            Assert.Equal(1 / factorial, S.Exp(x)[k], 15);
            Assert.Equal(k % 2 == 0 ? 0 : (k % 4 == 1 ? 1 : -1) / factorial, S.Sin(x)[k], 15);
            Assert.Equal(k == 0 ? 0 : (k % 2 == 1 ? 1.0 : -1.0) / k, S.Log(1 + x)[k], 15);
            Assert.Equal(k % 2 == 0 ? 0 : (k % 4 == 1 ? 1.0 : -1.0) / k, S.Atan(x)[k], 15);
            Assert.Equal(1, (1 / (1 - x))[k], 15);
        }
    }

    public static TheoryData<string> Identities => [.. Equal.Keys];

    // Each says the same thing twice, by different recurrences.
    private static readonly Dictionary<string, (Func<S, S> Left, Func<S, S> Right)> Equal = new()
    {
        ["sin²+cos²"] = (x => (S.Sin(x) * S.Sin(x)) + (S.Cos(x) * S.Cos(x)), x => 1.0),
        ["cosh²-sinh²"] = (x => (S.Cosh(x) * S.Cosh(x)) - (S.Sinh(x) * S.Sinh(x)), x => 1.0),
        ["tan"] = (x => S.Tan(x), x => S.Sin(x) / S.Cos(x)),
        ["tanh"] = (x => S.Tanh(x), x => S.Sinh(x) / S.Cosh(x)),
        ["tanPi"] = (x => S.TanPi(x), x => S.SinPi(x) / S.CosPi(x)),
        ["exp(log)"] = (x => S.Exp(S.Log(x)), x => x),
        ["sqrt²"] = (x => S.Sqrt(x) * S.Sqrt(x), x => x),
        ["cbrt³"] = (x => S.Cbrt(x) * S.Cbrt(x) * S.Cbrt(x), x => x),
        ["root"] = (x => S.RootN(x, 4), x => S.Sqrt(S.Sqrt(x))),
        ["pow"] = (x => S.Pow(x, 3), x => x * x * x),
        ["pow of two series"] = (x => S.Pow(x, x), x => S.Exp(x * S.Log(x))),
        ["exp2"] = (x => S.Exp2(x), x => S.Exp(x * Math.Log(2))),
        ["exp10"] = (x => S.Exp10(x), x => S.Exp(x * Math.Log(10))),
        ["expM1"] = (x => S.ExpM1(x), x => S.Exp(x) - 1.0),
        ["exp2M1"] = (x => S.Exp2M1(x), x => S.Exp2(x) - 1.0),
        ["exp10M1"] = (x => S.Exp10M1(x), x => S.Exp10(x) - 1.0),
        ["log2"] = (x => S.Log2(x), x => S.Log(x) / Math.Log(2)),
        ["log10"] = (x => S.Log10(x), x => S.Log(x) / Math.Log(10)),
        ["log to base"] = (x => S.Log(x, x + 1.0), x => S.Log(x) / S.Log(x + 1.0)),
        ["logP1"] = (x => S.LogP1(x), x => S.Log(x + 1.0)),
        ["log2P1"] = (x => S.Log2P1(x), x => S.Log2(x + 1.0)),
        ["log10P1"] = (x => S.Log10P1(x), x => S.Log10(x + 1.0)),
        ["asin"] = (x => S.Sin(S.Asin(x)), x => x),
        ["acos"] = (x => S.Cos(S.Acos(x)), x => x),
        ["atan"] = (x => S.Tan(S.Atan(x)), x => x),
        ["asinh"] = (x => S.Sinh(S.Asinh(x)), x => x),
        ["acosh"] = (x => S.Cosh(S.Acosh(x + 1.0)), x => x + 1.0),
        ["atanh"] = (x => S.Tanh(S.Atanh(x)), x => x),
        ["atan2"] = (x => S.Atan2(x, 2 - x), x => S.Atan(x / (2 - x))),
        ["asinPi"] = (x => S.SinPi(S.AsinPi(x)), x => x),
        ["acosPi"] = (x => S.CosPi(S.AcosPi(x)), x => x),
        ["atanPi"] = (x => S.TanPi(S.AtanPi(x)), x => x),
        ["atan2Pi"] = (x => S.Atan2Pi(x, 2 - x), x => S.Atan2(x, 2 - x) / Math.PI),
        ["hypot"] = (x => S.Hypot(3 * x, 4 * x), x => 5 * x),
        ["division"] = (x => x / (1 + x) * (1 + x), x => x),
        ["fma"] = (x => S.FusedMultiplyAdd(x, x, x), x => (x * x) + x),
        ["mla"] = (x => S.MultiplyAddEstimate(x, x, x), x => (x * x) + x),
        ["lerp"] = (x => S.Lerp(x, x * x, x), x => (x * (1 - x)) + (x * x * x)),
        ["scale"] = (x => S.ScaleB(x, 3), x => 8 * x),
        ["degrees"] = (x => S.RadiansToDegrees(S.DegreesToRadians(x)), x => x),
        ["remainder"] = (x => S.IEEERemainder(x + 3.0, 2), x => x - 1.0),
        ["modulo"] = (x => (x + 3.0) % 2, x => x + 1.0),
        ["abs"] = (x => S.Abs(-x), x => x),
        ["max"] = (x => S.Max(x, -x) + S.Min(x, -x), x => 0.0),
        ["tie"] = (x => S.Max(2 * x - x, x), x => x),
        ["magnitude"] = (x => S.MaxMagnitude(x, -3 * x), x => -3 * x),
        ["smaller magnitude"] = (x => S.MinMagnitude(x, -3 * x), x => x),
        ["numbers"] = (x => S.MaxNumber(x, 2 * x) + S.MinNumber(x, 2 * x) + S.MaxMagnitudeNumber(x, 2 * x) + S.MinMagnitudeNumber(x, 2 * x), x => 6 * x),
        ["native"] = (x => S.MaxNative(x, 2 * x) - S.MinNative(x, 2 * x), x => x),
        ["clamp"] = (x => S.Clamp(x, x - 1.0, x + 1.0) + S.Clamp(x, x + 1.0, x + 2.0), x => (2 * x) + 1.0),
        ["copySign"] = (x => S.CopySign(x, -1), x => -x),
    };

    [Theory]
    [MemberData(nameof(Identities))]
    public void Functions_keep_their_identities(string name)
    {
        (Func<S, S> left, Func<S, S> right) = Equal[name];
        Close(right(Curve(0.4)), left(Curve(0.4)), 1e-10);
    }

    [Fact]
    public void Estimates_have_the_derivatives_of_the_exact_functions()
    {
        S x = Curve(0.4);
        double[] expected = Coefficients(1 / x), actual = Coefficients(S.ReciprocalEstimate(x));
        double[] root = Coefficients(1 / S.Sqrt(x)), estimate = Coefficients(S.ReciprocalSqrtEstimate(x));
        for (int k = 1; k <= Order; k++)
        {
            Assert.Equal(1, actual[k] / expected[k], 10);
            Assert.Equal(1, estimate[k] / root[k], 10);
        }
    }

    [Fact]
    public void The_value_is_that_of_the_function_to_the_bit()
    {
        Assert.Equal(Math.Pow(0.3, 1.7), S.Pow(Curve(0.3), 1.7).Value);
        Assert.Equal(Math.Tanh(0.3), S.Tanh(Curve(0.3)).Value);
        Assert.Equal(double.LogP1(1e-9), S.LogP1(Curve(1e-9)).Value);
        Assert.Equal(MathF.Exp(0.3f), Series<float>.Exp(Series<float>.Along(0.3f, 1, 3)).Value);
    }

    [Fact]
    public void Powers_of_zero_are_those_of_the_variable()
    {
        S x = S.Along(0, 2, Order);
        Assert.Equal([0, 0, 0, 8, 0], Coefficients(S.Pow(x, 3))[..5]);
        Assert.Equal([1, 0, 0], Coefficients(S.Pow(x, 0))[..3]);
        Assert.Equal([0, 0, double.PositiveInfinity], Coefficients(S.Pow(x, 1.5))[..3]);
        Assert.Equal([0, 0, 0], Coefficients(S.Sqrt(S.Along(0, 0, Order)))[..3]);
        Assert.Equal(double.PositiveInfinity, S.Sqrt(x)[1]);
    }

    // A number that does not move has no derivative to multiply an infinite one with.
    [Fact]
    public void What_stands_still_contributes_nothing_where_the_slope_is_infinite()
    {
        S moves = S.Along(2, 1, Order);
        S Still(double value) => S.Along(value, 0, Order);
        Assert.Equal([0, 0, 0], Coefficients(S.Pow(Still(0), moves))[..3]);
        Assert.Equal(Math.PI / 2, (S.Asin(Still(1)) * moves)[1]);
        Assert.Equal(0, (S.Acos(Still(1)) * moves)[1]);
        Assert.Equal(1, (S.Acosh(Still(1)) + moves)[1]);
        Assert.Equal(0, S.Pow(S.Along(double.PositiveInfinity, 1, Order), 0.5)[1]);
        Assert.Equal(double.PositiveInfinity, S.Atanh(Still(1)).Value);
        Assert.Equal(0, S.Atanh(Still(1))[1]);
    }

    [Theory]
    [InlineData(3e200, 4e200)]
    [InlineData(3e-200, 4e-200)]
    public void The_hypotenuse_neither_overflows_nor_vanishes(double a, double b)
    {
        S hypot = S.Hypot(S.Along(a, 1, Order), b);
        Assert.Equal(double.Hypot(a, b), hypot.Value);
        Assert.Equal(0.6, hypot[1], 15);
    }

    [Fact]
    public void Kinks_and_steps_are_flat_and_NaN_stays()
    {
        Assert.Equal([0, 0, 0], Coefficients(S.Abs(S.Along(0, 1, Order)))[..3]);
        Assert.Equal([2, 0, 0], Coefficients(S.Step(S.Along(2.3, 1, Order), 2))[..3]);
        Assert.True(double.IsNaN(S.Step(S.Along(double.NaN, 1, Order), double.NaN)[1]));
        Assert.True(double.IsNaN(S.Max(double.NaN, S.Along(1, 1, Order))[1]));
        Assert.True(double.IsNaN(S.Clamp(S.Along(double.NaN, 1, Order), 0, 1)[1]));
    }

    [Fact]
    public void Precision_changes_coefficient_by_coefficient()
    {
        Series<float> narrow = Curve(0.4).To<float>();
        Assert.All(Enumerable.Range(0, Order + 1), k => Assert.Equal((float)Curve(0.4)[k], narrow[k]));
    }

    [Fact]
    public void Constants_stay_constant()
    {
        S constant = 2;
        Assert.Equal([4, 0, 0], Coefficients(constant * constant)[..3]);
        Assert.Equal(Coefficients(Curve(1) + 2.0)[1..], Coefficients(Curve(1))[1..]);
    }
}
