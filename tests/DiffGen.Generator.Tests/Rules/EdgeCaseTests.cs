using System;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;
using DiffGen.Generator.Rules;
using Xunit;

namespace DiffGen.Generator.Tests.Rules;

/// <summary>The choices at kinks, ties, poles and NaN that every mode shares.</summary>
public class EdgeCaseTests
{
    private const double Infinity = double.PositiveInfinity;
    private const double NaN = double.NaN;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Absolute_value(bool single)
    {
        Assert.Equal(0, Derivative("Abs", single, 0, 0.0));
        Assert.Equal(0, Derivative("Abs", single, 0, -0.0));
        Assert.Equal(-1, Derivative("Abs", single, 0, -3.0));
        Assert.Equal(NaN, Derivative("Abs", single, 0, NaN));
    }

    [Theory]
    [InlineData("Max")]
    [InlineData("Min")]
    [InlineData("MaxMagnitude")]
    [InlineData("MinMagnitude")]
    [InlineData("MaxNumber")]
    [InlineData("MinNumber")]
    public void Ties_give_half_to_each(string name)
    {
        foreach (int i in new[] { 0, 1 })
        {
            Assert.Equal(0.5, Derivative(name, false, i, 2.0, 2.0));
            Assert.Equal(0.5, Derivative(name, true, i, 0.0, -0.0));
        }
    }

    [Theory]
    [InlineData("Max", 0)]
    [InlineData("Min", 1)]
    [InlineData("MaxMagnitude", 0)]
    [InlineData("MinMagnitude", 1)]
    public void The_larger_or_smaller_argument_takes_all(string name, int winner)
    {
        Assert.Equal(1, Derivative(name, false, winner, 3.0, 2.0));
        Assert.Equal(0, Derivative(name, false, 1 - winner, 3.0, 2.0));
        Assert.Equal(NaN, Derivative(name, false, 0, NaN, 2.0));
        Assert.Equal(NaN, Derivative(name, false, 1, NaN, 2.0));
        Assert.Equal(NaN, Derivative(name, false, 0, 2.0, NaN));
    }

    [Fact]
    public void Functions_that_skip_NaN_give_it_no_derivative()
    {
        Assert.Equal(0, Derivative("MaxNumber", false, 0, NaN, 2.0));
        Assert.Equal(1, Derivative("MaxNumber", false, 1, NaN, 2.0));
        Assert.Equal(NaN, Derivative("MinNumber", false, 1, NaN, NaN));
    }

    [Theory]
    [InlineData(0.0, 1, 0, 0)]
    [InlineData(-1.0, 1, 0, 0)]
    [InlineData(1.0, 1, 0, 0)]
    [InlineData(-2.0, 0, 1, 0)]
    [InlineData(2.0, 0, 0, 1)]
    [InlineData(NaN, NaN, NaN, NaN)]
    public void Clamp_gives_to_what_it_returns(double x, double inX, double inLow, double inHigh)
    {
        Assert.Equal(inX, Derivative("Clamp", false, 0, x, -1.0, 1.0));
        Assert.Equal(inLow, Derivative("Clamp", false, 1, x, -1.0, 1.0));
        Assert.Equal(inHigh, Derivative("Clamp", false, 2, x, -1.0, 1.0));
    }

    [Theory]
    [InlineData("Sqrt")]
    [InlineData("Cbrt")]
    [InlineData("Log/1")]
    [InlineData("Log2")]
    [InlineData("Log10")]
    public void Poles_at_zero_are_infinite_but_zero_stays_zero(string name)
    {
        foreach (bool single in new[] { false, true })
        {
            Assert.Equal(Infinity, Derivative(name, single, 0, 0.0));
            Assert.Equal(0, new RuleProbe(name, single, 0.0).Contribution(0, d: 0));
        }
    }

    [Theory]
    [InlineData("Asin", 1.0)]
    [InlineData("Asin", -1.0)]
    [InlineData("AsinPi", 1.0)]
    [InlineData("Acosh", 1.0)]
    [InlineData("Atanh", 1.0)]
    [InlineData("LogP1", -1.0)]
    public void Other_poles_are_infinite_but_zero_stays_zero(string name, double x)
    {
        Assert.Equal(Infinity, Derivative(name, false, 0, x));
        Assert.Equal(0, new RuleProbe(name, false, x).Contribution(0, d: 0));
    }

    [Fact]
    public void Root_and_hypotenuse_at_zero()
    {
        Assert.Equal(Infinity, Derivative("RootN", false, 0, 0.0, 3));
        Assert.Equal(1, Derivative("RootN", false, 0, 0.0, 1));
        Assert.Equal(0, new RuleProbe("RootN", false, 0.0, 3).Contribution(0, d: 0));
        Assert.Equal(0, new RuleProbe("Hypot", false, 0.0, 0.0).Contribution(1, d: 0));
        Assert.Equal(0, new RuleProbe("Acos", false, 1.0).Contribution(0, d: 0));
    }

    [Fact]
    public void Powers()
    {
        foreach (bool constants in new[] { false, true })
        {
            Assert.Equal(0, new RuleProbe("Pow", false, 0.0, 0.0).Contribution(0, constants: constants));
            Assert.Equal(0, new RuleProbe("Pow", false, -2.0, 0.0).Contribution(0, constants: constants));
            Assert.Equal(1, new RuleProbe("Pow", false, 0.0, 1.0).Contribution(0, constants: constants));
            Assert.Equal(0, new RuleProbe("Pow", false, 0.0, 2.0).Contribution(0, constants: constants));
            Assert.Equal(-6, new RuleProbe("Pow", false, -3.0, 2.0).Contribution(0, constants: constants));
            Assert.Equal(Infinity, new RuleProbe("Pow", false, 0.0, 0.5).Contribution(0, constants: constants));
            Assert.Equal(0, new RuleProbe("Pow", false, 0.0, 0.5).Contribution(0, d: 0, constants: constants));
        }
        Assert.Equal(0, Derivative("Pow", false, 1, 0.0, 2.5));
        Assert.Equal(0, Derivative("Pow", false, 1, 0.0, 0.0));
        Assert.Equal(-Infinity, Derivative("Pow", false, 1, 0.0, -1.0));
        Assert.Equal(NaN, Derivative("Pow", false, 1, -2.0, 3.0));
        Assert.Equal(0, new RuleProbe("Pow", false, -2.0, 3.0).Contribution(1, d: 0));
    }

    [Theory]
    [InlineData("Floor")]
    [InlineData("Ceiling")]
    [InlineData("Truncate")]
    [InlineData("Round/1")]
    [InlineData("BitIncrement")]
    [InlineData("BitDecrement")]
    public void Steps_have_derivative_zero(string name)
    {
        Assert.Equal(0, Derivative(name, false, 0, 1.3));
        Assert.Equal(0, Derivative(name, false, 0, Infinity));
        Assert.Equal(NaN, Derivative(name, true, 0, NaN));
    }

    [Theory]
    [InlineData(7.5, 2.0, -3)]
    [InlineData(-7.5, 2.0, 3)]
    [InlineData(0.9, 0.1, -8)]
    public void Remainder(double x, double y, double inDivisor)
    {
        Assert.Equal(1, Derivative("rem", false, 0, x, y));
        Assert.Equal(inDivisor, Derivative("rem", false, 1, x, y));
        Assert.Equal(NaN, Derivative("rem", false, 0, x, 0.0));
    }

    [Fact]
    public void Remainder_to_nearest()
    {
        Assert.Equal(1, Derivative("IEEERemainder", false, 0, 7.5, 2.0));
        Assert.Equal(-4, Derivative("IEEERemainder", false, 1, 7.5, 2.0));
        Assert.Equal(-2, Derivative("IEEERemainder", false, 1, 5.0, 2.0));
    }

    [Fact]
    public void Copied_signs()
    {
        Assert.Equal(-1, Derivative("CopySign", false, 0, 3.0, -2.0));
        Assert.Equal(1, Derivative("CopySign", false, 0, -3.0, -2.0));
        Assert.Equal(0, Derivative("CopySign", false, 0, 0.0, -2.0));
        Assert.Equal(0, Derivative("CopySign", false, 1, 3.0, -2.0));
        Assert.Equal(NaN, Derivative("CopySign", false, 0, NaN, -2.0));
    }

    public static TheoryData<string> NonlinearUnary => new(PrimitiveTable.Rows
        .Where(row => row.Arity == 1 && row.ContributionOf(0) is not null && row.Method is not null && row.Result == PrimitiveResult.Same && !row.Method.EndsWith("Degrees") && !row.Method.EndsWith("Radians"))
        .Select(row => row.Name));

    [Theory]
    [MemberData(nameof(NonlinearUnary))]
    public void The_derivative_at_NaN_is_NaN(string name)
    {
        Assert.Equal(NaN, Derivative(name, false, 0, NaN));
        Assert.Equal(NaN, Derivative(name, true, 0, NaN));
    }

    [Fact]
    public void Conversions_carry_derivatives_between_floats_only()
    {
        var ids = new IdSource(0, 0);
        var wide = ids.Value(IrType.F64);
        var narrow = ids.Value(IrType.F32);
        var count = ids.Value(IrType.I32);
        Assert.True(DerivativeRules.Flows(new ApplyOp(narrow, "convert", [wide]), 0));
        Assert.False(DerivativeRules.Flows(new ApplyOp(wide, "convert", [count]), 0));
        Assert.False(DerivativeRules.Flows(new ApplyOp(count, "convert", [wide]), 0));
        Assert.False(DerivativeRules.Flows(new ApplyOp(wide, "stop", [wide]), 0));
        var builder = new RegionBuilder(ids);
        var op = new ApplyOp(narrow, "convert", [wide]);
        Assert.Equal(IrType.F64, DerivativeRules.Contribute(builder, op, 0, narrow, forward: false, value => value, _ => null).Type);
        Assert.Equal(IrType.F32, DerivativeRules.Contribute(builder, op, 0, wide, forward: true, value => value, _ => null).Type);
    }

    [Theory]
    [InlineData("mul", 0, "x1")]
    [InlineData("add", 0, "")]
    [InlineData("Exp", 0, "y")]
    [InlineData("Sqrt", 0, "y")]
    [InlineData("Tanh", 0, "y")]
    [InlineData("div", 1, "x1 y")]
    [InlineData("Sin", 0, "x0")]
    public void What_a_rule_reads_is_known(string name, int argument, string expected)
    {
        var ids = new IdSource(0, 0);
        var row = PrimitiveTable.Find(name)!;
        var arguments = Enumerable.Range(0, row.Arity).Select(i => ids.Value(IrType.F64, "x" + i)).ToArray();
        var op = new ApplyOp(ids.Value(IrType.F64, "y"), name, new EquatableArray<IrValue>(arguments));
        Assert.Equal(expected, string.Join(" ", DerivativeRules.Reads(op, argument, _ => null).Select(value => value.Name)));
        Assert.DoesNotContain(DerivativeRules.Reads(op, argument, _ => Constant.Of(2.0)), value => value.Name != "y");
    }

    private static double Derivative(string name, bool single, int argument, params object[] arguments) =>
        new RuleProbe(name, single, arguments).Contribution(argument);
}
