using System.Linq;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;
using Xunit;
using static DiffGen.Generator.Tests.Abi.Declared;

namespace DiffGen.Generator.Tests.Abi;

public sealed class AbiClashTests
{
    [Fact]
    public void ADestinationIsTakenForAnotherMethodsParameter() => Assert.True(Clash(
        Method(IrType.F64, Parameter("x", Array(IrType.F64))),
        Method(IrType.F64, Parameter("x", Array(IrType.F64)), Parameter("y", Array(IrType.F64)))));

    [Fact]
    public void AnOptionalParameterDoesNotHideTheClash() => Assert.True(Clash(
        Method(IrType.F64, Parameter("x", Array(IrType.F64))),
        Method(IrType.F64, Parameter("x", Array(IrType.F64)), Parameter("y", ReadOnlySpan(IrType.F64)), Parameter("n", IrType.I32, defaultText: "1"))));

    [Fact]
    public void EqualSignaturesClash() => Assert.True(Clash(
        Method(IrType.F64, Parameter("x", IrType.F64), Parameter("k", IrType.F64, noDerivative: true), Parameter("l", IrType.F64, noDerivative: true)),
        Method(IrType.F64, Parameter("x", IrType.F64), Parameter("y", IrType.F64))));

    [Fact]
    public void OverloadsOfTheSameFormAreToldApartAsTheMethodsAre()
    {
        Assert.False(Clash(Method(IrType.F64, Parameter("x", IrType.F64)), Method(IrType.F32, Parameter("x", IrType.F32))));
        Assert.False(Clash(Method(IrType.F64, Parameter("x", Array(IrType.F64))), Method(IrType.F64, Parameter("x", ReadOnlySpan(IrType.F64)))));
        Assert.False(Clash(Method(IrType.F64, Parameter("x", IrType.F64)), Method(IrType.F64, Parameter("x", IrType.F64), Parameter("n", IrType.I32))));
    }

    private static bool Clash(IrSignature left, IrSignature right) =>
        Differentiation.Abi.Companions(left, Request(left)).Any(a =>
            Differentiation.Abi.Companions(right, Request(right)).Any(b => AbiClashes.Clash(AbiClashes.ShapeOf(a), AbiClashes.ShapeOf(b))));
}
