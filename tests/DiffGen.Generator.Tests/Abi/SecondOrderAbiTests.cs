using DiffGen.Generator.Ir;
using Xunit;
using static DiffGen.Generator.Tests.Abi.Declared;

namespace DiffGen.Generator.Tests.Abi;

/// <summary>The signatures of second-order companions: directions as in Jvp, destinations and results as in Gradient.</summary>
public sealed class SecondOrderAbiTests
{
    private const int Hvp = Differentiation.Abi.HvpFlag;

    [Fact]
    public void ValuesAreReturned() => Assert.Equal(
        ["(double x, double weight) FHvp(double x, double weight, int n, double dx, double dWeight)"],
        Companions(Method(IrType.F64, Parameter("x", IrType.F64), Parameter("weight", IrType.F64), Parameter("n", IrType.I32)), Hvp));

    [Fact]
    public void BuffersHaveDirectionsAndDestinations() => Assert.Equal(
        [
            "double FHvp(double[] x, ReadOnlySpan<double> weights, double[,] m, double b, "
                + "Span<double> dx, ReadOnlySpan<double> dWeights, double[,] dm, double db, Span<double> hx, Span<double> hWeights, double[,] hm)",
        ],
        Companions(Method(IrType.F64, Parameter("x", Array(IrType.F64)), Parameter("weights", ReadOnlySpan(IrType.F64)), Parameter("m", Array2D(IrType.F64)), Parameter("b", IrType.F64)), Hvp));

    [Fact]
    public void ReferencesHaveBothAndOutputsNone() => Assert.Equal(
        ["double FHvp(ref double r, out double o, in double s, ref double dr, in double ds, ref double hr)"],
        Companions(Method(IrType.F64, Parameter("r", IrType.F64, ParameterMode.Ref), Parameter("o", IrType.F64, ParameterMode.Out), Parameter("s", IrType.F64, ParameterMode.In)), Hvp));

    [Fact]
    public void TakenNamesGetATrailingUnderscore() => Assert.Equal(
        ["(double x, double dx) FHvp(double x, double dx, double dx_, double dDx)"],
        Companions(Method(IrType.F64, Parameter("x", IrType.F64), Parameter("dx", IrType.F64)), Hvp));
}
