using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Analysis;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization.Lanes;

/// <summary>Writes the body of a loop once more, for several iterations at once. Everything gets a number of its own: the loop itself stays, for the last iterations.</summary>
internal sealed partial class LaneWriter
{
    private readonly LaneFacts _facts;
    private readonly MethodFacts _method;
    private readonly IdSource _ids;
    private readonly ForOp _loop;
    private readonly Dictionary<int, IrValue> _values = new();
    private readonly Dictionary<int, Slot> _slots = new();
    private readonly Dictionary<int, int> _labels = new();
    private readonly Dictionary<int, (IReadOnlyList<IrValue> Results, IReadOnlyList<IrValue> Carried)> _targets = new();
    private readonly HoistedChecks? _checks;
    private IrValue? _mask;

    /// <param name="hoistsChecks">Bounds are checked in front of the loop where that can be done.</param>
    public LaneWriter(LaneFacts facts, MethodFacts method, LinearForms forms, IdSource ids, bool hoistsChecks)
    {
        _facts = facts;
        _forms = forms;
        _method = method;
        _ids = ids;
        _loop = facts.Loop;
        _checks = hoistsChecks ? new HoistedChecks(method, _loop) : null;
    }

    private LaneType MaskType => new(_facts.Width == 8 ? ScalarKind.F64 : ScalarKind.F32, _facts.Width);

    // Integers lie in numbers of double precision.
    private LaneType LanesOf(IrType type) => type == IrType.Bool || type == IrType.I32 ? MaskType : new LaneType(((ScalarType)type).Kind, _facts.Width);

    /// <summary>The type of a value of the loop where it stands for all lanes.</summary>
    private IrType TypeOf(IrValue value) => value.Type switch
    {
        BufferType buffer when _facts.HoldsLanes(value) => buffer with { Element = LanesOf(buffer.Element) },
        _ when _facts.IsLane(value) || _facts.IsMask(value) => LanesOf(value.Type),
        _ => value.Type,
    };

    private IrValue Define(IrValue value) => _values[value.Id] = _ids.Value(TypeOf(value), value.Name);

    private Slot Define(Slot slot) => _slots[slot.Id] = _ids.Slot(_facts.IsLane(slot) ? LanesOf(slot.Type) : slot.Type, slot.Name);

    /// <summary>The value as it is the same for all lanes, or as the first lane has it.</summary>
    private IrValue Scalar(IrValue value) => _values.TryGetValue(value.Id, out var mapped) ? mapped : value;

    private EquatableArray<IrValue> Scalars(EquatableArray<IrValue> values) => values.Map(Scalar);

    /// <summary>The number of each lane.</summary>
    private IrValue Lanes(RegionBuilder builder, IrValue value)
    {
        var mapped = Scalar(value);
        if (mapped.Type is LaneType)
            return mapped;
        var lanes = LanesOf(value.Type);
        if (value.Type == IrType.I32)
            return builder.Apply(LanePrimitives.Ramp, lanes, mapped, StrideValue(builder, _facts.StrideOf(value)));
        return _method.ConstantOf(value) is { IsOpaque: false } constant && value.Type.IsFloat
            ? builder.Constant(constant, lanes)
            : builder.Apply("broadcast", lanes, mapped);
    }

    /// <summary>The condition of each lane.</summary>
    private IrValue Mask(RegionBuilder builder, IrValue value)
    {
        var mapped = Scalar(value);
        if (mapped.Type is LaneType)
            return mapped;
        var none = builder.Constant(new Constant(MaskType.Kind, 0, ""), MaskType);
        if (_method.ConstantOf(value) is { IsOpaque: false } constant)
            return constant.Bits == 0 ? none : builder.Apply("eq", MaskType, none, none);
        var all = builder.Apply("eq", MaskType, none, none);
        return Choose(builder, mapped, all, none);
    }

    /// <summary>The value in the form that <paramref name="target"/> has.</summary>
    private IrValue As(RegionBuilder builder, IrValue value, IrValue target) =>
        target.Type is not LaneType ? Scalar(value) : value.Type == IrType.Bool ? Mask(builder, value) : Lanes(builder, value);

    private EquatableArray<IrValue> As(RegionBuilder builder, EquatableArray<IrValue> values, IReadOnlyList<IrValue> targets)
    {
        var converted = new List<IrValue>();
        for (int i = 0; i < values.Length && i < targets.Count; i++)
            converted.Add(As(builder, values[i], targets[i]));
        return converted.ToEquatableArray();
    }

    private IrValue Choose(RegionBuilder builder, IrValue condition, IrValue whenTrue, IrValue whenFalse)
    {
        var result = _ids.Value(whenTrue.Type);
        // Numbers of single precision beside some of double precision: the wider masks choose between what they become.
        if (condition.Type is LaneType mask && whenTrue.Type is LaneType lanes && !mask.Equals(lanes))
        {
            var wide = Choose(builder, condition, builder.Apply("convert", mask, whenTrue), builder.Apply("convert", mask, whenFalse));
            builder.Add(new ApplyOp(result, "convert", [wide]));
            return result;
        }
        builder.Add(new SelectOp(result, condition, whenTrue, whenFalse));
        return result;
    }

    private IrValue ZeroLanes(RegionBuilder builder, IrType type)
    {
        var lanes = type as LaneType ?? LanesOf(type);
        return builder.Constant(new Constant(lanes.Kind, 0, ""), lanes);
    }

    private IrValue StrideValue(RegionBuilder builder, Stride stride)
    {
        var constant = builder.Int(checked((int)stride.Constant));
        if (stride.Factor is not { } factor)
            return constant;
        var scale = Scalar(factor);
        if (scale.Type != IrType.I32)
            scale = builder.Apply("convert", IrType.I32, scale);
        return stride.Constant == 1 ? scale : builder.Apply("mul", IrType.I32, scale, constant);
    }

    private Region Write(Region region, IReadOnlyList<IrValue> yields)
    {
        var builder = new RegionBuilder(_ids);
        foreach (var op in region.Ops)
            Write(builder, op);
        var end = End(builder, region.End, yields);
        return builder.Finish(end);
    }

    private Terminator End(RegionBuilder builder, Terminator end, IReadOnlyList<IrValue> yields) => end switch
    {
        Yield e => new Yield(As(builder, e.Values, yields)),
        Break e => e with { Label = _labels[e.Label], Values = As(builder, e.Values, _targets[e.Label].Results) },
        Continue e => e with { Label = _labels[e.Label], Values = As(builder, e.Values, _targets[e.Label].Carried) },
        _ => OpShape.WithOperands(end, Scalars(OpShape.Operands(end))),
    };

    private void Write(RegionBuilder builder, Op op)
    {
        builder.Line = op.Line;
        switch (op)
        {
            case CommentOp:
                builder.Add(op);
                break;
            case ConstantOp o:
                builder.Add(o with { Result = Define(o.Result) });
                break;
            case StaticBufferOp o:
                builder.Add(o with { Result = Define(o.Result) });
                break;
            case ForeignOp o:
                builder.Add(o with { Arguments = Scalars(o.Arguments), Results = o.Results.Map(Define) });
                break;
            case ApplyOp o:
                Apply(builder, o);
                break;
            case SelectOp o:
                Select(builder, o);
                break;
            case SlotOp o:
                builder.Add(o with { Slot = Define(o.Slot) });
                break;
            case GetSlotOp o:
                builder.Add(o with { Slot = _slots.TryGetValue(o.Slot.Id, out var read) ? read : o.Slot, Result = Define(o.Result) });
                break;
            case SetSlotOp o:
                SetSlot(builder, o);
                break;
            case ScratchMarkOp o:
                builder.Add(o with { Result = Define(o.Result) });
                break;
            case ScratchReleaseOp o:
                builder.Add(o with { Mark = Scalar(o.Mark) });
                break;
            case IfOp o when _facts.IsMask(o.Condition):
                Branch(builder, o);
                break;
            case IfOp or BlockOp or ForOp or LoopOp:
                Structure(builder, op);
                break;
            default:
                Memory(builder, op);
                break;
        }
    }

    private void SetSlot(RegionBuilder builder, SetSlotOp op)
    {
        var slot = _slots[op.Slot.Id];
        var value = slot.Type is not LaneType ? Scalar(op.Value) : op.Value.Type == IrType.Bool ? Mask(builder, op.Value) : Lanes(builder, op.Value);
        if (_mask is { } mask && slot.Type is LaneType)
        {
            var before = _ids.Value(slot.Type);
            builder.Add(new GetSlotOp(before, slot));
            value = Choose(builder, mask, value, before);
        }
        builder.Add(op with { Slot = slot, Value = value });
    }
}
