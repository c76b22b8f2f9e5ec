using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;
using Xunit;

namespace DiffGen.Generator.Tests.Widening;

/// <summary>What the widening does to single operations.</summary>
public class WideningTests
{
    private static readonly LaneType s_double = new(ScalarKind.F64, 8), s_single = new(ScalarKind.F32, 8);

    private readonly IdSource _ids = new(0, 1);
    private readonly RegionBuilder _body;
    private readonly IrValue _x;
    private readonly IrValue _dx;

    public WideningTests()
    {
        _body = new RegionBuilder(_ids);
        _x = _ids.Value(IrType.F64, "x");
        _dx = _ids.Value(IrType.F64, "dx");
    }

    [Fact]
    public void Primal_values_stay_numbers_and_scale_lanes()
    {
        var square = _body.Apply("mul", IrType.F64, _x, _x);
        var scaled = _body.Apply("mul", IrType.F64, square, _dx);
        var core = Widen(8, _body.Apply("add", IrType.F64, scaled, _x));
        var products = Ops<ApplyOp>(core).Where(op => op.Primitive == "mul").ToList();
        Assert.Equal([IrType.F64, s_double], products.Select(op => op.Result.Type));
        // A number is added to all lanes.
        Assert.Single(Ops<ApplyOp>(core), op => op.Primitive == "broadcast");
    }

    [Fact]
    public void A_comparison_of_lanes_selects_by_mask()
    {
        var test = _body.Apply("eq", IrType.Bool, _dx, _body.Float(0, IrType.F64));
        var selected = _ids.Value(IrType.F64);
        _body.Add(new SelectOp(selected, test, _body.Float(0, IrType.F64), _body.Apply("div", IrType.F64, _dx, _x)));
        var select = Ops<SelectOp>(Widen(8, selected)).Single();
        Assert.Equal(s_double, select.Condition.Type);
        Assert.Equal(s_double, select.WhenTrue.Type);
    }

    [Fact]
    public void Half_as_many_bits_for_single_precision()
    {
        var narrow = _body.Apply("convert", IrType.F32, _dx);
        var core = Widen(8, narrow);
        Assert.Equal([s_single], core.ResultTypes);
        Assert.Throws<UnwidenableException>(() => Widen(16, narrow));
    }

    [Fact]
    public void Memory_that_holds_derivatives_is_widened_with_all_that_may_be_the_same()
    {
        var memory = Allocate(IrType.F64);
        var view = _ids.Value(memory.Type);
        var other = Allocate(IrType.F64);
        _body.Add(new SliceOp(view, memory, _body.Int(1), null));
        _body.Add(new StoreOp(view, [_body.Int(0)], default, _dx));
        var loaded = _body.Load(IrType.F64, memory, [_body.Int(1)], default);
        _body.Add(new StoreOp(other, [_body.Int(0)], default, _x));
        var core = Widen(8, loaded);
        Assert.Equal([s_double, IrType.F64], Ops<AllocateOp>(core).Select(op => ((BufferType)op.Result.Type).Element));
    }

    [Fact]
    public void Structs_become_one_vector_per_leaf()
    {
        var pair = new StructType("Pair", IsTuple: false, [Field("Id", IrType.I32), Field("A", IrType.F64), Field("B", IrType.F64)], StructConstruction.Initializer);
        var memory = Allocate(pair);
        var index = _ids.Value(IrType.I32, "i");
        _body.Add(new LengthOp(index, memory, 0));
        _body.Add(new StoreOp(memory, [index], ["B"], _dx));
        var core = Widen(8, _body.Load(IrType.F64, memory, [_body.Int(2)], ["A"]));
        Assert.Equal(4, Constant(core, Ops<LoadOp>(core).Single().Indices[0]));
        Assert.Equal(8, Constant(core, Ops<AllocateOp>(core).Single().Sizes[0]));
        Assert.Equal(["div", "mul", "add"], Ops<ApplyOp>(core).Where(op => op.Result.Type == IrType.I32).Select(op => op.Primitive));
    }

    [Fact]
    public void A_branch_on_a_derivative_takes_one_direction_at_a_time()
    {
        var test = _body.Apply("gt", IrType.Bool, _dx, _body.Float(0, IrType.F64));
        var result = _ids.Value(IrType.F64);
        _body.Add(new IfOp([result], test, new RegionBuilder(_ids).Finish(new Yield([_dx])), new RegionBuilder(_ids).Finish(new Yield([_x]))));
        Assert.Throws<UnwidenableException>(() => Widen(8, result));
        Assert.Equal([IrType.F64], Widen(1, result).ResultTypes);
    }

    private IrValue Allocate(IrType element)
    {
        var memory = _ids.Value(new BufferType(element, BufferKind.Span));
        _body.Add(new AllocateOp(memory, [_body.Int(4)], Storage.Scratch));
        return memory;
    }

    private static StructField Field(string name, IrType type) => new(name, name, type, Readable: true, Assignable: true, NoDerivative: false);

    private CoreFunction Widen(int lanes, IrValue result)
    {
        var ops = _body.TakeOps().ToEquatableArray();
        var body = new Region(default, ops, new Break(IrMethod.ReturnLabel, [result], -1));
        var core = new CoreFunction("M", CoreKind.Jvp, "", [_x, _dx], body, [result.Type], UsesTape: false, default, default, _ids.NextId);
        var form = new WideningForm([false, true], [true]);
        var shared = new WideningFacts.SharedBlocks();
        var facts = new WideningFacts(core, form, new LaneWidth(lanes), _ => null, shared, "M");
        WideningFacts.Solve(shared, [facts]);
        var widened = Generator.Differentiation.Widening.Run(core, form, facts, "", _ => null);
        Assert.Equal([], IrVerifier.Verify(widened.Parameters, widened.Body, widened.ResultTypes));
        return widened;
    }

    private static IEnumerable<T> Ops<T>(CoreFunction core)
        where T : Op => OpShape.AllOps(core.Body).OfType<T>();

    private static long Constant(CoreFunction core, IrValue value) => Ops<ConstantOp>(core).Single(op => op.Result.Equals(value)).Value.Bits;
}
