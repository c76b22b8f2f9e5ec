using System;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Emission;
using DiffGen.Generator.Ir;
using Xunit;

namespace DiffGen.Generator.Tests.Emission;

/// <summary>Expressions keep their order of evaluation to the bit, and constants theirs.</summary>
public class ExpressionTests
{
    private static readonly IrType F64 = IrType.F64;

    private readonly IdSource _ids = new(1, 1);

    [Theory]
    [InlineData(0.1, "0.1")]
    [InlineData(1.0, "1.0")]
    [InlineData(-0.0, "-0.0")]
    [InlineData(1e300, "1E+300")]
    [InlineData(5e-324, "4.94065645841247E-324")]
    [InlineData(0.30000000000000004, "0.30000000000000004")]
    [InlineData(double.NaN, "double.NaN")]
    [InlineData(double.NegativeInfinity, "double.NegativeInfinity")]
    public void DoublesReadBack(double value, string text) => Assert.Equal(text, Literals.Print(Constant.Of(value)).Text);

    [Fact]
    public void RandomBitsReadBack()
    {
        var random = new Random(7);
        for (int i = 0; i < 2000; i++)
        {
            double value = BitConverter.Int64BitsToDouble(random.NextInt64());
            if (double.IsFinite(value))
                Assert.Equal(value, double.Parse(Literals.Print(Constant.Of(value)).Text, System.Globalization.CultureInfo.InvariantCulture));
            float single = BitConverter.Int32BitsToSingle(random.Next());
            if (float.IsFinite(single))
                Assert.Equal(single, float.Parse(Literals.Print(Constant.Of(single)).Text.TrimEnd('f'), System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    [Theory]
    [InlineData(nameof(ScalarKind.U8), 7, "(byte)7")]
    [InlineData(nameof(ScalarKind.I8), -7, "(sbyte)(-7)")]
    [InlineData(nameof(ScalarKind.U32), 7, "7U")]
    [InlineData(nameof(ScalarKind.I64), -7, "-7L")]
    [InlineData(nameof(ScalarKind.U64), -1, "18446744073709551615UL")]
    [InlineData(nameof(ScalarKind.I32), int.MinValue, "int.MinValue")]
    [InlineData(nameof(ScalarKind.Char), '\'', @"'\''")]
    [InlineData(nameof(ScalarKind.Char), 'é', @"'\u00e9'")]
    [InlineData(nameof(ScalarKind.Bool), 1, "true")]
    public void OtherLiterals(string kind, long bits, string text) =>
        Assert.Equal(text, Literals.Print(Constant.OfInteger(Enum.Parse<ScalarKind>(kind), bits)).Text);

    [Fact]
    public void ParenthesesKeepTheOrder()
    {
        IrValue x = _ids.Value(F64, "x"), y = _ids.Value(F64, "y"), n = _ids.Value(IrType.I32, "n");
        var body = new RegionBuilder(_ids);
        IrValue right = body.Apply("add", F64, x, body.Apply("add", F64, y, x));
        IrValue quotient = body.Apply("div", F64, x, body.Apply("mul", F64, y, y));
        IrValue negated = body.Apply("neg", F64, body.Apply("neg", F64, body.Apply("sub", F64, right, quotient)));
        IrValue scaled = body.Apply("mul", F64, negated, body.Apply("convert", F64, body.Apply("add", IrType.I32, n, body.Int(1))));
        Printed printed = new Printed().Add("F", [x, y, n], body.Finish(new Break(0, [scaled], -1)), [F64]);
        Assert.Contains("return -(-(x + (y + x) - x / (y * y))) * (n + 1);", printed.Text);
        using var run = printed.Compile();
        Assert.Equal(-(-(0.1 + (0.2 + 0.1) - (0.1 / (0.2 * 0.2)))) * (3 + 1), run.Invoke<double>("Code", "F", 0.1, 0.2, 3));
    }

    [Theory]
    [InlineData(false, "checked(n + 1)", "n * 2")]
    [InlineData(true, "n + 1", "unchecked(n * 2)")]
    public void IntegerContextsAreStatedWhereTheyDiffer(bool projectIsChecked, string first, string second)
    {
        IrValue n = _ids.Value(IrType.I32, "n");
        var body = new RegionBuilder(_ids);
        IrValue sum = _ids.Value(IrType.I32), product = _ids.Value(IrType.I32);
        body.Add(new ApplyOp(sum, "add", [n, body.Int(1)], Checked: true));
        body.Add(new ApplyOp(product, "mul", [n, body.Int(2)]));
        Printed printed = new Printed(isChecked: projectIsChecked).Add("F", [n], body.Finish(new Break(0, [sum, product], -1)), [IrType.I32, IrType.I32]);
        Assert.Contains($"return ({first}, {second});", printed.Text);
        using var run = printed.Compile();
        Assert.Throws<OverflowException>(() => run.Invoke("Code", "F", int.MaxValue));
        Assert.Equal((-1, unchecked((int.MinValue / 2 - 1) * 2)), run.Invoke<(int, int)>("Code", "F", int.MinValue / 2 - 1) with { Item1 = -1 });
    }

    [Fact]
    public void ASumOfTenThousandTermsBecomesStatements()
    {
        IrValue x = _ids.Value(F64, "x");
        var body = new RegionBuilder(_ids);
        IrValue sum = x;
        for (int i = 0; i < 10_000; i++)
            sum = body.Apply("add", F64, sum, body.Apply("Sin", F64, x));
        Printed printed = new Printed().Add("F", [x], body.Finish(new Break(0, [sum], -1)), [F64]);
        Assert.True(printed.Text.Split('\n').Max(line => line.Length) < 120);
        using var run = printed.Compile();
        Assert.Equal(0.5 + 10_000 * Math.Sin(0.5), run.Invoke<double>("Code", "F", 0.5), 6);
    }

    [Fact]
    public void ANestOfTenThousandCallsBecomesStatements()
    {
        IrValue x = _ids.Value(F64, "x");
        var body = new RegionBuilder(_ids);
        IrValue value = x;
        for (int i = 0; i < 10_000; i++)
            value = body.Apply("neg", F64, value);
        Printed printed = new Printed().Add("F", [x], body.Finish(new Break(0, [value], -1)), [F64]);
        using var run = printed.Compile();
        Assert.Equal(0.5, run.Invoke<double>("Code", "F", 0.5));
    }

    [Fact]
    public void NamesAvoidKeywordsAndEachOther()
    {
        IrValue x = _ids.Value(F64, "class"), y = _ids.Value(F64, "x"), z = _ids.Value(F64, "x");
        var body = new RegionBuilder(_ids);
        body.Add(new ApplyOp(y, "Exp", [x]));
        body.Add(new ApplyOp(z, "Log/1", [x]));
        IrValue sum = body.Apply("add", F64, body.Apply("mul", F64, y, y), body.Apply("mul", F64, z, y));
        Printed printed = new Printed().Add("F", [x], body.Finish(new Break(0, [sum], -1)), [F64]);
        Assert.Contains("double x2 = global::System.Math.Log(@class);", printed.Text);
        using var run = printed.Compile();
        Assert.Equal(1 + Math.Log(1), run.Invoke<double>("Code", "F", 1.0) - (Math.E * Math.E) + 1, 12);
    }
}
