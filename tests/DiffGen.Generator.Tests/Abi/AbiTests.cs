using DiffGen.Generator.Ir;
using Xunit;
using static DiffGen.Generator.Tests.Abi.Declared;

namespace DiffGen.Generator.Tests.Abi;

/// <summary>The companions' signatures, sentence by sentence of the contract.</summary>
public sealed class AbiTests
{
    [Fact]
    public void ScalarsGetTheirGradientReturned() => Assert.Equal(
        [
            "(double Value, double Tangent) FJvp(double x, double weight, double dx, double dWeight)",
            "(double x, double weight) FVjp(double x, double weight, double cotangent)",
            "(double x, double weight) FGradient(double x, double weight)",
            "(double Value, (double x, double weight) Gradient) FValueAndGradient(double x, double weight)",
        ],
        Companions(Method(IrType.F64, Parameter("x", IrType.F64), Parameter("weight", IrType.F64))));

    [Fact]
    public void OneGradientComesBare() => Assert.Equal(
        [
            "(float Value, float Tangent) FJvp(float x, int n, float dx)",
            "float FVjp(float x, int n, float cotangent)",
            "float FGradient(float x, int n)",
            "(float Value, float Gradient) FValueAndGradient(float x, int n)",
        ],
        Companions(Method(IrType.F32, Parameter("x", IrType.F32), Parameter("n", IrType.I32))));

    [Fact]
    public void BuffersHaveDestinations() => Assert.Equal(
        [
            "(double Value, double Tangent) FJvp(double[] x, ReadOnlySpan<double> w, Span<double> scratch, double[,] m, double[][] rows, "
                + "Span<double> dx, ReadOnlySpan<double> dw, Span<double> dScratch, double[,] dm, double[][] dRows)",
            "void FVjp(double[] x, ReadOnlySpan<double> w, Span<double> scratch, double[,] m, double[][] rows, double cotangent, "
                + "Span<double> dx, Span<double> dw, Span<double> dScratch, double[,] dm, double[][] dRows)",
            "void FGradient(double[] x, ReadOnlySpan<double> w, Span<double> scratch, double[,] m, double[][] rows, "
                + "Span<double> dx, Span<double> dw, Span<double> dScratch, double[,] dm, double[][] dRows)",
            "double FValueAndGradient(double[] x, ReadOnlySpan<double> w, Span<double> scratch, double[,] m, double[][] rows, "
                + "Span<double> dx, Span<double> dw, Span<double> dScratch, double[,] dm, double[][] dRows)",
            "(double[] x, double[] w, double[] scratch, double[,] m, double[][] rows) "
                + "FGradient(double[] x, ReadOnlySpan<double> w, Span<double> scratch, double[,] m, double[][] rows)",
            "(double Value, (double[] x, double[] w, double[] scratch, double[,] m, double[][] rows) Gradient) "
                + "FValueAndGradient(double[] x, ReadOnlySpan<double> w, Span<double> scratch, double[,] m, double[][] rows)",
        ],
        Companions(Method(IrType.F64, Parameter("x", Array(IrType.F64)), Parameter("w", ReadOnlySpan(IrType.F64)), Parameter("scratch", Span(IrType.F64)),
            Parameter("m", Array2D(IrType.F64)), Parameter("rows", Array(Array(IrType.F64))))));

    [Fact]
    public void MixedParametersKeepTheirOrderInTheAllocatingForm() => Assert.Equal(
        [
            "double FGradient(double[] x, double k, Span<double> dx)",
            "(double Value, double Gradient) FValueAndGradient(double[] x, double k, Span<double> dx)",
            "(double[] x, double k) FGradient(double[] x, double k)",
            "(double Value, (double[] x, double k) Gradient) FValueAndGradient(double[] x, double k)",
        ],
        Companions(Method(IrType.F64, Parameter("x", Array(IrType.F64)), Parameter("k", IrType.F64)), derivatives: 4));

    [Fact]
    public void StructsKeepTheirType() => Assert.Equal(
        [
            "(Point Value, Point Tangent) FJvp(Point p, (double A, float B) q, Point dp, (double A, float B) dq)",
            "(Point p, (double A, float B) q) FVjp(Point p, (double A, float B) q, Point cotangent)",
        ],
        Companions(Method(Point, Parameter("p", Point), Parameter("q", Pair)), derivatives: 3));

    [Fact]
    public void ReferencesGoInAndOut() => Assert.Equal(
        [
            "(double Value, double Tangent) FJvp(ref double x, in double y, out double z, out int n, ref double dx, in double dy, out double dz)",
            "double FVjp(ref double x, in double y, double dz, out int n, double cotangent, ref double dx)",
            "double FGradient(ref double x, in double y, out double z, out int n, ref double dx)",
            "(double Value, double Gradient) FValueAndGradient(ref double x, in double y, out double z, out int n, ref double dx)",
        ],
        Companions(Method(IrType.F64, Parameter("x", IrType.F64, ParameterMode.Ref), Parameter("y", IrType.F64, ParameterMode.In),
            Parameter("z", IrType.F64, ParameterMode.Out), Parameter("n", IrType.I32, ParameterMode.Out))));

    [Fact]
    public void AnArrayResultHasASpanCotangent() => Assert.Equal(
        [
            "(double[] Value, double[] Tangent) FJvp(double x, double dx)",
            "double FVjp(double x, ReadOnlySpan<double> cotangent)",
        ],
        Companions(Method(Array(IrType.F64), Parameter("x", IrType.F64)), derivatives: 3));

    [Fact]
    public void VoidHasNoCotangent() => Assert.Equal(
        [
            "void FJvp(ReadOnlySpan<double> x, Span<double> y, ReadOnlySpan<double> dx, Span<double> dy)",
            "void FVjp(ReadOnlySpan<double> x, Span<double> y, Span<double> dx, Span<double> dy)",
        ],
        Companions(Method(null, Parameter("x", ReadOnlySpan(IrType.F64)), Parameter("y", Span(IrType.F64))), derivatives: 3));

    [Fact]
    public void OptionalValuesSurviveOnlyBesideTheExactParameters() => Assert.Equal(
        [
            "(double Value, double Tangent) FJvp(double[] x, int n, Span<double> dx)",
            "void FVjp(double[] x, int n, double cotangent, Span<double> dx)",
            "void FGradient(double[] x, int n, Span<double> dx)",
            "double FValueAndGradient(double[] x, int n, Span<double> dx)",
            "double[] FGradient(double[] x, int n = 3)",
            "(double Value, double[] Gradient) FValueAndGradient(double[] x, int n = 3)",
        ],
        Companions(Method(IrType.F64, Parameter("x", Array(IrType.F64)), Parameter("n", IrType.I32, defaultText: "3"))));

    [Fact]
    public void TakenNamesGetAnUnderscore() => Assert.Equal(
        [
            "(double Value, double Tangent) FJvp(double x, double dx, double cotangent, double dx_, double dDx, double dCotangent)",
            "(double x, double dx, double cotangent) FVjp(double x, double dx, double cotangent, double cotangent_)",
        ],
        Companions(Method(IrType.F64, Parameter("x", IrType.F64), Parameter("dx", IrType.F64), Parameter("cotangent", IrType.F64)), derivatives: 3));

    [Fact]
    public void TupleElementsAvoidNamesThatTuplesReserve() => Assert.Equal(
        ["(double Rest_, double Item2, double Item1_) FGradient(double Rest, double Item2, double Item1)"],
        Companions(Method(IrType.F64, Parameter("Rest", IrType.F64), Parameter("Item2", IrType.F64), Parameter("Item1", IrType.F64)), derivatives: 4)[..1]);

    [Fact]
    public void NoDerivativeIsHeldConstant() => Assert.Equal(
        ["double FGradient(double x, double k)"],
        Companions(Method(IrType.F64, Parameter("x", IrType.F64), Parameter("k", IrType.F64, noDerivative: true)), derivatives: 4)[..1]);
}
