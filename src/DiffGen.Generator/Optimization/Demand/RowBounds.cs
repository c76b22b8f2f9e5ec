using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Analysis;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization.Demand;

/// <summary>
/// A condition in front of a loop under which none of its iterations throws, found from the extreme values of all indices: iterations whose results
/// nobody looks at may be left out where it holds.
/// </summary>
internal sealed class RowBounds
{
    // What 64 bits hold. A product of two integers fits, and sums of smaller ones with it; a product of three may not.
    private const double Limit = 9e18;

    private readonly MethodFacts _facts;
    private readonly LinearForms _forms;
    private readonly AccessFacts _access;
    private readonly RegionNode _node;
    private readonly RegionBuilder _builder;
    private readonly Dictionary<int, Interval?> _intervals = new();
    private readonly Dictionary<long, IrValue> _constants = new();
    private readonly List<IrValue> _conditions = new();

    private RowBounds(ForOp loop, MethodFacts facts, LinearForms forms, AccessFacts access, IdSource ids)
    {
        _facts = facts;
        _forms = forms;
        _access = access;
        _node = facts.NodeOf(loop.Body);
        _builder = new RegionBuilder(ids);
    }

    // The least and the greatest value, in 64 bits, that an integer has in any iteration, neither farther from zero than Most.
    private sealed record Interval(IrValue Low, IrValue High, double Most);

    /// <param name="Ops">Compute the condition in front of the loop.</param>
    /// <param name="Holds">No iteration throws.</param>
    public sealed record Test(EquatableArray<Op> Ops, IrValue Holds);

    /// <summary>Null if an iteration may throw for reasons that cannot be told from its indices, or if its indices cannot be told in front.</summary>
    public static Test? Find(ForOp loop, MethodFacts facts, LinearForms forms, AccessFacts access, IdSource ids)
    {
        var bounds = new RowBounds(loop, facts, forms, access, ids);
        var removability = new Removability(access);
        return OpShape.AllOps(loop.Body).All(op => bounds.Holds(op, removability)) ? bounds.Finish() : null;
    }

    private Test Finish()
    {
        var holds = _conditions.Count == 0
            ? _builder.Bool(true)
            : _conditions.Aggregate((all, one) => _builder.Apply("and", IrType.Bool, all, one));
        return new Test(_builder.TakeOps().ToEquatableArray(), holds);
    }

    private bool Holds(Op op, Removability removability) => op switch
    {
        LoadOp o => removability.CanGo(o) || AreInside(o.Buffer, o.Indices),
        StoreOp o => AreInside(o.Buffer, o.Indices),
        AccumulateOp o => AreInside(o.Buffer, o.Indices),
        SliceOp o => removability.CanGo(o) || IsInside(o),
        FillOp or IfOp or ForOp or ScratchMarkOp or ScratchReleaseOp => true,
        _ => removability.CanGo(op),
    };

    private bool AreInside(IrValue buffer, EquatableArray<IrValue> indices)
    {
        if (_access.IsShadow(buffer))
            return true;
        if (_access.IsRow(buffer) || indices.IsEmpty)
            return false;
        for (int dimension = 0; dimension < indices.Length; dimension++)
        {
            if (!IsInside(buffer, indices, dimension))
                return false;
        }
        return true;
    }

    private bool IsInside(IrValue buffer, EquatableArray<IrValue> indices, int dimension)
    {
        var form = _forms.Of(indices[dimension]);
        if (indices.Length == 1 && _forms.LengthOf(buffer) is { } known && _forms.IsNotNegative(form)
            && _forms.IsNotNegative(known.Plus(form, -1).Plus(LinearForm.OfConstant(-1))))
        {
            return true;
        }
        if (Of(indices[dimension]) is not { } index || LengthOf(buffer, dimension) is not { } length)
            return false;
        Demand("ge", index.Low, Constant(0));
        Demand("lt", index.High, length);
        return true;
    }

    private bool IsInside(SliceOp slice)
    {
        if (slice is not { Start: { } start, Length: { } length } || _access.IsRow(slice.Buffer) || Of(start) is not { } from || Of(length) is not { } count
            || LengthOf(slice.Buffer, 0) is not { } whole || Sum(from, count) is not { } to)
        {
            return false;
        }
        Demand("ge", from.Low, Constant(0));
        Demand("ge", count.Low, Constant(0));
        Demand("le", to.High, whole);
        return true;
    }

    // The least length that memory has in any iteration.
    private IrValue? LengthOf(IrValue buffer, int dimension) => LengthsOf(buffer, dimension)?.Low;

    private Interval? LengthsOf(IrValue buffer, int dimension)
    {
        while (_facts.OpOf(buffer) is SliceOp { Start: null, Length: null } view)
            buffer = view.Buffer;
        if (!IsInLoop(buffer))
        {
            var length = Wide(_builder.Length(buffer, dimension));
            return new(length, length, int.MaxValue);
        }
        return _facts.OpOf(buffer) switch
        {
            SliceOp { Length: { } length } => Of(length),
            AllocateOp made when dimension >= 0 && dimension < made.Sizes.Length => Of(made.Sizes[dimension]),
            _ => null,
        };
    }

    private Interval? Of(IrValue value)
    {
        if (!_intervals.TryGetValue(value.Id, out var found))
        {
            // No value depends on itself: those that loops carry have no bounds.
            _intervals[value.Id] = null;
            _intervals[value.Id] = found = value.Type == IrType.I32 || value.Type == IrType.I64 ? Find(value) : null;
        }
        return found;
    }

    private Interval? Find(IrValue value)
    {
        if (_facts.ConstantOf(value) is { IsOpaque: false } constant)
            return new(Constant(constant.Bits), Constant(constant.Bits), Math.Abs((double)constant.Bits));
        if (!IsInLoop(value))
            return value.Type == IrType.I32 && Wide(value) is var wide ? new(wide, wide, -(double)int.MinValue) : null;
        switch (_facts.OpOf(value))
        {
            case null when _facts.DefinitionOf(value).Node.Owner is ForOp loop && loop.Induction.Id == value.Id && Of(loop.Start) is { } start && Of(loop.End) is { } end:
                var last = Constant(loop.Inclusive ? 0 : loop.Step > 0 ? -1 : 1);
                return loop.Step > 0
                    ? new(start.Low, Add(end.High, last), Math.Max(start.Most, end.Most))
                    : new(Add(end.Low, last), start.High, Math.Max(start.Most, end.Most));
            case LengthOp op:
                return LengthsOf(op.Buffer, op.Dimension);
            case ApplyOp { Primitive: "convert" } op:
                return Of(op.Arguments[0]);
            case ApplyOp { Primitive: "add" } op:
                return Of(op.Arguments[0]) is { } x && Of(op.Arguments[1]) is { } y ? Sum(x, y) : null;
            case ApplyOp { Primitive: "sub" } op:
                return Of(op.Arguments[0]) is { } a && Of(op.Arguments[1]) is { } b ? Sum(a, new(Apply("neg", b.High), Apply("neg", b.Low), b.Most)) : null;
            case ApplyOp { Primitive: "mul" } op:
                return Of(op.Arguments[0]) is { } left && Of(op.Arguments[1]) is { } right ? Product(left, right) : null;
            default:
                return null;
        }
    }

    private Interval? Sum(Interval a, Interval b)
    {
        double most = a.Most + b.Most;
        return most > Limit ? null : new(Add(a.Low, b.Low), Add(a.High, b.High), most);
    }

    // Factors of one sign keep the ends where they are; that they are is part of the condition.
    private Interval? Product(Interval a, Interval b)
    {
        double most = a.Most * b.Most;
        if (most > Limit)
            return null;
        Demand("ge", a.Low, Constant(0));
        Demand("ge", b.Low, Constant(0));
        return new(Multiply(a.Low, b.Low), Multiply(a.High, b.High), most);
    }

    private bool IsInLoop(IrValue value) => _facts.DefinitionOf(value).Node.IsWithin(_node);

    private void Demand(string comparison, IrValue left, IrValue right) => _conditions.Add(_builder.Apply(comparison, IrType.Bool, left, right));

    private IrValue Apply(string primitive, params IrValue[] arguments) => _builder.Apply(primitive, IrType.I64, arguments);

    private IrValue Add(IrValue a, IrValue b) => a.Equals(Constant(0)) ? b : b.Equals(Constant(0)) ? a : Apply("add", a, b);

    private IrValue Multiply(IrValue a, IrValue b) => a.Equals(Constant(0)) || b.Equals(Constant(0)) ? Constant(0) : Apply("mul", a, b);

    private IrValue Wide(IrValue value) => _builder.Apply("convert", IrType.I64, value);

    private IrValue Constant(long value)
    {
        if (!_constants.TryGetValue(value, out var known))
            _constants[value] = known = _builder.Constant(Ir.Constant.OfInteger(ScalarKind.I64, value));
        return known;
    }
}
