using System;
using System.Collections.Generic;
using Xunit;

namespace DiffGen.Generator.Tests.Rules;

/// <summary>Derivatives against formulas written independently of the table, to twelve digits.</summary>
public class ClosedFormTests
{
    private static readonly Dictionary<string, Func<double, double>> s_unary = new()
    {
        ["Exp"] = Math.Exp,
        ["Exp2"] = x => Math.Log(2) * Math.Pow(2, x),
        ["Exp10"] = x => Math.Log(10) * Math.Pow(10, x),
        ["ExpM1"] = Math.Exp,
        ["Exp2M1"] = x => Math.Log(2) * Math.Pow(2, x),
        ["Exp10M1"] = x => Math.Log(10) * Math.Pow(10, x),
        ["Log/1"] = x => 1 / x,
        ["Log2"] = x => 1 / (x * Math.Log(2)),
        ["Log10"] = x => 1 / (x * Math.Log(10)),
        ["LogP1"] = x => 1 / (x + 1),
        ["Log2P1"] = x => 1 / ((x + 1) * Math.Log(2)),
        ["Log10P1"] = x => 1 / ((x + 1) * Math.Log(10)),
        ["Sqrt"] = x => 0.5 / Math.Sqrt(x),
        ["Cbrt"] = x => Math.Pow(x, -2.0 / 3) / 3,
        ["Sin"] = Math.Cos,
        ["Cos"] = x => -Math.Sin(x),
        ["Tan"] = x => 1 / (Math.Cos(x) * Math.Cos(x)),
        ["Asin"] = x => 1 / Math.Sqrt(1 - x * x),
        ["Acos"] = x => -1 / Math.Sqrt(1 - x * x),
        ["Atan"] = x => 1 / (1 + x * x),
        ["SinPi"] = x => Math.PI * Math.Cos(Math.PI * x),
        ["CosPi"] = x => -Math.PI * Math.Sin(Math.PI * x),
        ["TanPi"] = x => Math.PI / Math.Pow(Math.Cos(Math.PI * x), 2),
        ["AsinPi"] = x => 1 / (Math.PI * Math.Sqrt(1 - x * x)),
        ["AcosPi"] = x => -1 / (Math.PI * Math.Sqrt(1 - x * x)),
        ["AtanPi"] = x => 1 / (Math.PI * (1 + x * x)),
        ["SinCos.Sin"] = Math.Cos,
        ["SinCos.Cos"] = x => -Math.Sin(x),
        ["SinCosPi.SinPi"] = x => Math.PI * Math.Cos(Math.PI * x),
        ["SinCosPi.CosPi"] = x => -Math.PI * Math.Sin(Math.PI * x),
        ["Sinh"] = Math.Cosh,
        ["Cosh"] = Math.Sinh,
        ["Tanh"] = x => 1 / (Math.Cosh(x) * Math.Cosh(x)),
        ["Asinh"] = x => 1 / Math.Sqrt(x * x + 1),
        ["Atanh"] = x => 1 / (1 - x * x),
        ["ReciprocalEstimate"] = x => -1 / (x * x),
        ["ReciprocalSqrtEstimate"] = x => -0.5 * Math.Pow(x, -1.5),
        ["DegreesToRadians"] = x => Math.PI / 180,
        ["RadiansToDegrees"] = x => 180 / Math.PI,
    };

    private static readonly Dictionary<string, (Func<double, double, double> First, Func<double, double, double> Second)> s_binary = new()
    {
        ["add"] = ((x, y) => 1, (x, y) => 1),
        ["sub"] = ((x, y) => 1, (x, y) => -1),
        ["mul"] = ((x, y) => y, (x, y) => x),
        ["div"] = ((x, y) => 1 / y, (x, y) => -x / (y * y)),
        ["Pow"] = ((x, y) => y * Math.Exp((y - 1) * Math.Log(x)), (x, y) => Math.Exp(y * Math.Log(x)) * Math.Log(x)),
        ["Log/2"] = ((x, y) => 1 / (x * Math.Log(y)), (x, y) => -Math.Log(x) / (y * Math.Log(y) * Math.Log(y))),
        ["Atan2"] = ((x, y) => y / (x * x + y * y), (x, y) => -x / (x * x + y * y)),
        ["Atan2Pi"] = ((x, y) => y / (x * x + y * y) / Math.PI, (x, y) => -x / (x * x + y * y) / Math.PI),
        ["Hypot"] = ((x, y) => x / Math.Sqrt(x * x + y * y), (x, y) => y / Math.Sqrt(x * x + y * y)),
    };

    public static TheoryData<string> Unary => new(s_unary.Keys);

    public static TheoryData<string> Binary => new(s_binary.Keys);

    [Theory]
    [MemberData(nameof(Unary))]
    public void Unary_rule_equals_its_formula(string name)
    {
        foreach (double x in new[] { 0.15, 0.4, 0.72 })
        {
            AssertNear(s_unary[name](x), new RuleProbe(name, single: false, x).Contribution(0), 1e-12);
            AssertNear(s_unary[name](x), new RuleProbe(name, single: true, x).Contribution(0), 2e-6);
        }
    }

    [Theory]
    [MemberData(nameof(Binary))]
    public void Binary_rule_equals_its_formula(string name)
    {
        foreach (var (x, y) in new[] { (0.4, 1.7), (2.5, 0.6), (1.3, 3.1) })
        {
            AssertNear(s_binary[name].First(x, y), new RuleProbe(name, single: false, x, y).Contribution(0), 1e-12);
            AssertNear(s_binary[name].Second(x, y), new RuleProbe(name, single: false, x, y).Contribution(1), 1e-12);
            AssertNear(s_binary[name].First(x, y), new RuleProbe(name, single: true, x, y).Contribution(0), 3e-6);
            AssertNear(s_binary[name].Second(x, y), new RuleProbe(name, single: true, x, y).Contribution(1), 3e-6);
        }
    }

    [Theory]
    [InlineData(1.7)]
    [InlineData(3.9)]
    public void Acosh_equals_its_formula(double x) =>
        AssertNear(1 / Math.Sqrt(x * x - 1), new RuleProbe("Acosh", single: false, x).Contribution(0), 1e-12);

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(-3)]
    [InlineData(7)]
    public void Root_equals_its_formula(int n) =>
        AssertNear(Math.Pow(2.2, 1.0 / n - 1) / n, new RuleProbe("RootN", single: false, 2.2, n).Contribution(0), 1e-12);

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(-1)]
    [InlineData(-2)]
    [InlineData(0.5)]
    [InlineData(1)]
    public void Power_with_a_constant_exponent_equals_its_formula(double power)
    {
        double x = 1.3;
        AssertNear(power * Math.Pow(x, power - 1), new RuleProbe("Pow", single: false, x, power).Contribution(0, constants: true), 1e-12);
    }

    private static void AssertNear(double expected, double actual, double relative) =>
        Assert.True(Math.Abs(expected - actual) <= relative * Math.Abs(expected), $"{expected:R} but {actual:R}");
}
