using DiffGen.Generator.Ir;
using Xunit;

namespace DiffGen.Generator.Tests.Ir;

/// <summary>The verifier sees each kind of fault.</summary>
public class IrVerifierTests
{
    private readonly IdSource _ids = new(1, 1);
    private readonly IrValue _x;

    public IrVerifierTests() => _x = _ids.Value(IrType.F64, "x");

    [Fact]
    public void ASoundBodyHasNoErrors() => Assert.Empty(IrVerifier.Verify([_x], new Region(default, default, new Break(0, [_x], -1)), [IrType.F64]));

    [Fact]
    public void AValueIsDefinedBeforeItIsUsed()
    {
        IrValue unknown = _ids.Value(IrType.F64);
        Fails("not visible", new Region(default, [new ApplyOp(_ids.Value(IrType.F64), "neg", [unknown])], new Break(0, [_x], -1)));
    }

    [Fact]
    public void AValueIsVisibleInItsRegionOnly()
    {
        IrValue inner = _ids.Value(IrType.F64), test = _ids.Value(IrType.Bool);
        var branch = new Region(default, [new ApplyOp(inner, "neg", [_x])], new Yield(default));
        Fails("not visible", new Region(default, [new ConstantOp(test, Constant.Of(true)), new IfOp(default, test, branch, branch with { Ops = default })], new Break(0, [inner], -1)));
    }

    [Fact]
    public void IdsAreUnique() =>
        Fails("defined twice", new Region(default, [new ApplyOp(_x, "neg", [_x])], new Break(0, [_x], -1)));

    [Fact]
    public void YieldsMatchResults()
    {
        IrValue test = _ids.Value(IrType.Bool), result = _ids.Value(IrType.F64);
        var good = new Region(default, default, new Yield([_x]));
        Fails("0 yielded values for 1", new Region(default,
            [new ConstantOp(test, Constant.Of(true)), new IfOp([result], test, good, new Region(default, default, new Yield(default)))], new Break(0, [result], -1)));
        Fails("has type bool", new Region(default,
            [new ConstantOp(_ids.Value(IrType.Bool) is var other ? other : test, Constant.Of(true)), new IfOp([_ids.Value(IrType.F64)], other, good, new Region(default, default, new Yield([other])))], new Break(0, [_x], -1)));
    }

    [Fact]
    public void LabelsNameSomethingAround() =>
        Fails("names no enclosing construct", new Region(default, [new BlockOp(default, 1, new Region(default, default, new Yield(default)))], new Break(1, default, -1)));

    [Fact]
    public void ABodyReturns() => Fails("nothing to complete", new Region(default, default, new Yield(default)));

    [Fact]
    public void NothingFollowsWhatNeverCompletes()
    {
        var endless = new LoopOp(default, 1, default, new Region(default, default, new Yield(default)));
        Assert.Empty(IrVerifier.Verify([_x], new Region(default, [endless], new Yield(default))));
        Fails("never completes", new Region(default, [endless, new ApplyOp(_ids.Value(IrType.F64), "neg", [_x])], new Break(0, [_x], -1)));
    }

    [Fact]
    public void OperandsHaveTheTypesOfTheOperation()
    {
        IrValue n = _ids.Value(IrType.I32);
        Fails("has type i32, not f64", new Region(default, [new ConstantOp(n, Constant.Of(1)), new ApplyOp(_ids.Value(IrType.F64), "add", [_x, n])], new Break(0, [_x], -1)));
        Fails("is no buffer", new Region(default, [new LoadOp(_ids.Value(IrType.F64), _x, default, default)], new Break(0, [_x], -1)));
    }

    private void Fails(string message, Region body) => Assert.Contains(IrVerifier.Verify([_x], body), error => error.Contains(message));
}
