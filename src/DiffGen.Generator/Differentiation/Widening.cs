using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Differentiation;

/// <summary>
/// Vector mode: turns a core that takes one direction into one that takes several, side by side in the lanes of SIMD vectors. What depends
/// on the directions is widened; primal values and control flow stay as they are and are computed once for all lanes.
/// </summary>
internal sealed partial class Widening
{
    private readonly CoreFunction _core;
    private readonly WideningForm _form;
    private readonly WideningFacts _facts;
    private readonly Func<CallOp, (WideningForm Form, string Variant)?> _calls;
    private readonly IdSource _ids;
    private readonly Dictionary<int, Constant> _constants = new();
    private readonly Dictionary<int, (EquatableArray<IrType> Results, EquatableArray<IrType> Carried)> _targets = new();

    private Widening(CoreFunction core, WideningForm form, WideningFacts facts, Func<CallOp, (WideningForm Form, string Variant)?> calls)
    {
        _core = core;
        _form = form;
        _facts = facts;
        _calls = calls;
        int label = IrMethod.ReturnLabel;
        foreach (var op in OpShape.AllOps(core.Body))
        {
            if (op is ConstantOp { Value.IsOpaque: false } constant)
                _constants[constant.Result.Id] = constant.Value;
            label = Math.Max(label, op switch { ForOp o => o.Label, LoopOp o => o.Label, BlockOp o => o.Label, _ => 0 });
        }
        _ids = new IdSource(core.NextId, label + 1);
    }

    /// <param name="facts">Solved.</param>
    /// <param name="variant">The name of the result among the cores of its method and kind.</param>
    /// <param name="calls">For a call: the widened variant of what it calls, or null where it stays as it is.</param>
    public static CoreFunction Run(CoreFunction core, WideningForm form, WideningFacts facts, string variant, Func<CallOp, (WideningForm Form, string Variant)?> calls) =>
        new Widening(core, form, facts, calls).Build(variant);

    private CoreFunction Build(string variant)
    {
        var results = _core.ResultTypes.Select((type, i) => _form.Results[i] ? Widened(type) : type).ToEquatableArray();
        _targets[IrMethod.ReturnLabel] = (results, default);
        var body = Rewrite(_core.Body, default);
        return _core with { Variant = variant, Parameters = _core.Parameters.Map(Map), Body = body, ResultTypes = results, NextId = _ids.NextId };
    }

    private IrType Widened(IrType type) => type switch
    {
        BufferType => WideningFacts.WithLanes(type, _facts.Width),
        ScalarType scalar => _facts.Width.TypeOf(scalar.Kind),
        _ => type,
    };

    /// <summary>The same value, in lanes if it depends on the directions.</summary>
    private IrValue Map(IrValue value)
    {
        if (_sameSets.TryGetValue(value.Id, out var same))
            return same;
        var type = _facts.TypeOf(value);
        return type.Equals(value.Type) ? value : value with { Type = type };
    }

    private Slot Map(Slot slot) => slot with { Type = _facts.TypeOf(slot) };

    /// <summary>The value as one of the given type: a number becomes equal lanes.</summary>
    private IrValue As(RegionBuilder builder, IrValue value, IrType type)
    {
        var mapped = Map(value);
        if (mapped.Type.Equals(type))
            return mapped;
        if (type is LaneType { IsSet: true })
            return EmptySet(builder);
        if (type is not LaneType lanes || mapped.Type is not ScalarType)
            return Convert(builder, mapped, type);
        if (_constants.TryGetValue(value.Id, out var constant) && constant.Kind == lanes.Kind)
            return builder.Constant(constant, lanes);
        var number = mapped.Type.Equals(lanes.Scalar) ? mapped : builder.Apply("convert", lanes.Scalar, mapped);
        return builder.Apply("broadcast", lanes, number);
    }

    private static IrValue Convert(RegionBuilder builder, IrValue value, IrType type) =>
        value.Type.Equals(type) ? value
        : (value.Type, type) is (LaneType, LaneType) or (ScalarType, ScalarType) ? builder.Apply("convert", type, value)
        : throw new InvalidOperationException($"{value} cannot become {IrPrinter.TypeName(type)}.");

    private EquatableArray<IrValue> As(RegionBuilder builder, EquatableArray<IrValue> values, EquatableArray<IrType> types)
    {
        var converted = new List<IrValue>();
        for (int i = 0; i < values.Length; i++)
            converted.Add(As(builder, values[i], types[i]));
        return converted.ToEquatableArray();
    }

    /// <param name="yields">Types of the values that a Yield hands on.</param>
    private Region Rewrite(Region region, EquatableArray<IrType> yields)
    {
        var builder = new RegionBuilder(_ids);
        foreach (var op in region.Ops)
        {
            builder.Line = op.Line;
            Rewrite(builder, op);
        }
        builder.Line = region.End.Line;
        var types = region.End switch
        {
            Yield => yields,
            Break leave => _targets[leave.Label].Results,
            Continue next => _targets[next.Label].Carried,
            _ => default,
        };
        var end = region.End is Throw or Unreachable ? region.End : OpShape.WithOperands(region.End, As(builder, OpShape.Operands(region.End), types));
        return new Region(region.Parameters.Map(Map), builder.Finish(end).Ops, end);
    }

    private EquatableArray<IrType> Types(EquatableArray<IrValue> values) => values.Map(_facts.TypeOf);

    private void Rewrite(RegionBuilder builder, Op op)
    {
        switch (op)
        {
            case IfOp o:
                builder.Add(o with { Results = o.Results.Map(Map), Then = Rewrite(o.Then, Types(o.Results)), Else = Rewrite(o.Else, Types(o.Results)) });
                break;
            case BlockOp o:
                _targets[o.Label] = (Types(o.Results), default);
                builder.Add(o with { Results = o.Results.Map(Map), Body = Rewrite(o.Body, Types(o.Results)) });
                break;
            case ForOp o:
                _targets[o.Label] = (Types(o.Results), Types(o.Body.Parameters));
                builder.Add(o with { Results = o.Results.Map(Map), Initial = As(builder, o.Initial, Types(o.Results)), Body = Rewrite(o.Body, Types(o.Body.Parameters)) });
                break;
            case LoopOp o:
                _targets[o.Label] = (Types(o.Results), Types(o.Body.Parameters));
                builder.Add(o with { Results = o.Results.Map(Map), Initial = As(builder, o.Initial, Types(o.Results)), Body = Rewrite(o.Body, Types(o.Body.Parameters)) });
                break;
            case ApplyOp o:
                Apply(builder, o);
                break;
            case SelectOp o:
                Select(builder, o);
                break;
            case SlotOp o:
                builder.Add(o with { Slot = Map(o.Slot) });
                break;
            case SetSlotOp o:
                builder.Add(o with { Slot = Map(o.Slot), Value = As(builder, o.Value, _facts.TypeOf(o.Slot)) });
                break;
            case GetSlotOp o:
                builder.Add(o with { Slot = Map(o.Slot), Result = Map(o.Result) });
                break;
            case CallOp o:
                Call(builder, o);
                break;
            case ForeignOp o when ReverseSweep.IsShapeCheck(o):
                // The companion made the cotangent in the shape of the result.
                break;
            case ForeignOp o when o.Arguments.Any(IsOfStructs):
                WithStructs(builder, o.Ordinal, o.Arguments, arguments => builder.Add(o with { Arguments = arguments }));
                break;
            case ForeignOp o:
                builder.Add(o with { Results = o.Results.Map(Map), Arguments = o.Arguments.Map(Map) });
                break;
            default:
                if (!Memory(builder, op))
                    builder.Add(op);
                break;
        }
    }

    private void Apply(RegionBuilder builder, ApplyOp op)
    {
        var result = Map(op.Result);
        if (result.Type is not LaneType lanes)
        {
            builder.Add(op);
            return;
        }
        if (lanes.IsSet)
        {
            Unite(builder, result, _facts.IsMask(op.Result, out _) ? default : op.Arguments);
            return;
        }
        if (op.Primitive is "and" or "or" && op.Arguments.FirstOrDefault(argument => Map(argument).Type == IrType.Bool) is { } condition)
        {
            JoinMask(builder, op, condition, result, lanes);
            return;
        }
        EquatableArray<IrValue> arguments = op.Primitive switch
        {
            // One factor for all lanes stays a number.
            "mul" => op.Arguments.Map(Map),
            "div" => [As(builder, op.Arguments[0], lanes), Map(op.Arguments[1])],
            "convert" or "stop" => op.Arguments.Map(Map),
            _ => op.Arguments.Map(argument => As(builder, argument, lanes)),
        };
        builder.Add(op with { Primitive = op.Primitive == "convert" && arguments[0].Type.Equals(lanes) ? "stop" : op.Primitive, Result = result, Arguments = arguments });
    }

    // One condition for all lanes beside a mask: it decides, or the mask does.
    private void JoinMask(RegionBuilder builder, ApplyOp op, IrValue condition, IrValue result, LaneType lanes)
    {
        var mask = Map(op.Arguments[0].Equals(condition) ? op.Arguments[1] : op.Arguments[0]);
        var none = builder.Constant(new Constant(lanes.Kind, 0, ""), lanes);
        builder.Add(op.Primitive == "and"
            ? new SelectOp(result, condition, mask, none)
            : new SelectOp(result, condition, builder.Apply("eq", lanes, none, none), mask));
    }

    private void Select(RegionBuilder builder, SelectOp op)
    {
        var result = Map(op.Result);
        if (result.Type is LaneType { IsSet: true } && _facts.IsMask(op.Condition, out _))
        {
            Unite(builder, result, [op.WhenTrue, op.WhenFalse]);
            return;
        }
        builder.Add(op with
        {
            Result = result,
            Condition = Map(op.Condition),
            WhenTrue = As(builder, op.WhenTrue, result.Type),
            WhenFalse = As(builder, op.WhenFalse, result.Type),
        });
    }

    private void Call(RegionBuilder builder, CallOp op)
    {
        if (_calls(op) is not var (form, variant))
        {
            CallAsWritten(builder, op);
            return;
        }
        var arguments = op.Arguments.Select((argument, i) => form.Parameters[i] && argument.Type is ScalarType ? As(builder, argument, Widened(argument.Type)) : Map(argument));
        builder.Add(op with { Variant = variant, Arguments = arguments.ToEquatableArray(), Results = op.Results.Map(Map) });
    }
}
