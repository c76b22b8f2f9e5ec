using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;
using DiffGen.Generator.Rules;

namespace DiffGen.Generator.Differentiation;

// Operations without regions.
internal sealed partial class ForwardTransform
{
    private void Transform(RegionBuilder builder, Op op)
    {
        switch (op)
        {
            case IfOp o:
                If(builder, o);
                return;
            case BlockOp o:
                Block(builder, o);
                return;
            case ForOp o:
                For(builder, o);
                return;
            case LoopOp o:
                Loop(builder, o);
                return;
            case CallOp o:
                Call(builder, o);
                return;
            case TapePopOp o:
                Pop(builder, o);
                return;
        }
        builder.Add(op);
        switch (op)
        {
            case ApplyOp o when HasTangent(o.Result):
                _tangents[o.Result.Id] = Differentiate(builder, o);
                break;
            case SelectOp o when HasTangent(o.Result):
                Select(builder, o);
                break;
            case LoadOp o when HasTangent(o.Result):
                Load(builder, o);
                break;
            case StoreOp o when HasTangent(o.Buffer):
                Store(builder, o);
                break;
            case AccumulateOp o when HasTangent(o.Buffer) && HasTangent(o.Value) && ElementPaths.Carries(o.Buffer, o.Path):
                builder.Add(new AccumulateOp(Shadow(o.Buffer), o.Indices, o.Path, _tangents[o.Value.Id]));
                break;
            case SliceOp o when HasTangent(o.Result):
                Slice(builder, o);
                break;
            case AllocateOp o when HasTangent(o.Result):
                Allocate(builder, o);
                break;
            case FillOp o when HasTangent(o.Buffer):
                builder.Add(new FillOp(Shadow(o.Buffer), TangentLeaves(builder, ((BufferType)o.Buffer.Type).Element, o.Leaves)));
                break;
            case CopyOp o when HasTangent(o.Destination):
                Copy(builder, o);
                break;
            case ForeignOp o when RuleCores.IsStopTest(o) && o.Arguments.Any(HasTangent):
                throw RuleCores.FixedPointTwice();
            case StaticBufferOp or ForeignOp:
                foreach (var result in OpShape.Results(op).Where(HasTangent))
                    _tangents[result.Id] = ZeroShadow(builder, result, _shadows.Of(result));
                break;
            // No array at all: neither has it a shadow.
            case ConstantOp { Result.Type: BufferType } o when HasTangent(o.Result):
                _tangents[o.Result.Id] = _ids.Value(_shadows.Of(o.Result), TangentName(o.Result));
                builder.Add(o with { Result = _tangents[o.Result.Id] });
                break;
            case SlotOp o when _activity.IsVaried(o.Slot):
                _slots[o.Slot.Id] = _ids.Slot(o.Slot.Type is BufferType ? _shadows.Of(o.Slot) : o.Slot.Type, AbiNames.TangentOf(o.Slot.Name));
                builder.Add(new SlotOp(_slots[o.Slot.Id]));
                break;
            case SetSlotOp o when _slots.TryGetValue(o.Slot.Id, out var slot):
                builder.Add(new SetSlotOp(slot, Accompanying(builder, o.Value, slot.Type)));
                break;
            case GetSlotOp o when HasTangent(o.Result) && _slots.TryGetValue(o.Slot.Id, out var slot):
                _tangents[o.Result.Id] = _ids.Value(slot.Type, TangentName(o.Result));
                builder.Add(new GetSlotOp(_tangents[o.Result.Id], slot));
                break;
            case TapePushOp o when IsDifferentiableBlock(o.Result):
                _tangents[o.Result.Id] = _ids.Value(o.Result.Type, TangentName(o.Result));
                builder.Add(o with { Result = _tangents[o.Result.Id], Block = TangentOf(o.Block) });
                break;
        }
    }

    /// <summary>The sum of what the varied arguments contribute.</summary>
    private IrValue Differentiate(RegionBuilder builder, ApplyOp op)
    {
        if (_calls.AsSeries)
            return SeriesCalls.Add(builder, op, TangentName(op.Result), argument => HasTangent(argument) ? _tangents[argument.Id] : null);
        // Built apart, so that the operation that ends the sum can be given its name.
        var formula = new RegionBuilder(_ids);
        IrValue? sum = null;
        for (int i = 0; i < op.Arguments.Length; i++)
        {
            if (!DerivativeRules.Flows(op, i) || !HasTangent(op.Arguments[i]))
                continue;
            var term = DerivativeRules.Contribute(formula, op, i, _tangents[op.Arguments[i].Id], forward: true, value => value, ConstantOf);
            sum = sum is null ? term : formula.Apply("add", op.Result.Type, sum, term);
        }
        var tangent = sum ?? formula.Float(0, op.Result.Type);
        var named = TangentName(op.Result) is { Length: > 0 } name ? tangent with { Name = name } : tangent;
        // What was not made here (the tangent of an argument, passed on) keeps its own name.
        var result = tangent;
        foreach (var step in formula.Finish(new Yield(default)).Ops)
        {
            bool isLast = OpShape.Results(step)[0].Id == tangent.Id;
            builder.Add(isLast ? WithResult(step, named) : step);
            result = isLast ? named : result;
        }
        return result;
    }

    private Constant? ConstantOf(IrValue value) => _constants.TryGetValue(value.Id, out var constant) ? constant : null;

    private static Op WithResult(Op op, IrValue result) => op switch
    {
        ApplyOp o => o with { Result = result },
        SelectOp o => o with { Result = result },
        ConstantOp o => o with { Result = result },
        _ => throw new InvalidOperationException($"A rule cannot hold {op.GetType().Name}."),
    };

    private void Select(RegionBuilder builder, SelectOp op)
    {
        var type = op.Result.Type is BufferType ? _shadows.Of(op.Result) : op.Result.Type;
        var whenTrue = Accompanying(builder, op.WhenTrue, type);
        var whenFalse = Accompanying(builder, op.WhenFalse, type);
        var tangent = _ids.Value(type, TangentName(op.Result));
        var condition = op.IsStrongZero ? AllZero(builder, op.Condition) : op.Condition;
        builder.Add(new SelectOp(tangent, condition, whenTrue, whenFalse) { IsStrongZero = op.IsStrongZero });
        _tangents[op.Result.Id] = tangent;
    }

    /// <summary>The condition of a strong zero, and that the tangents of what it tests are zero too.</summary>
    private IrValue AllZero(RegionBuilder builder, IrValue condition)
    {
        var all = condition;
        foreach (var factor in FactorsTestedBy(condition).Where(HasTangent))
        {
            var zero = builder.Apply("eq", IrType.Bool, _tangents[factor.Id], builder.Float(0, factor.Type));
            all = builder.Apply("and", IrType.Bool, all, zero);
        }
        return all;
    }

    private IEnumerable<IrValue> FactorsTestedBy(IrValue condition) => !_tests.TryGetValue(condition.Id, out var test) ? []
        : test.Primitive == "eq" ? test.Arguments
        : test.Arguments.SelectMany(FactorsTestedBy);

    // The shadow was pushed after the block, so it comes off before.
    private void Pop(RegionBuilder builder, TapePopOp op)
    {
        if (IsDifferentiableBlock(op.Result))
        {
            _tangents[op.Result.Id] = _ids.Value(op.Result.Type, TangentName(op.Result));
            builder.Add(new TapePopOp(_tangents[op.Result.Id], op.Count, TangentOf(op.Block)));
        }
        builder.Add(op);
    }

    // Differentiated again, a block and its tangent each get one more: the number says by which of the transforms. Both halves of a split method
    // hold the same blocks, and so find the same number.
    private string TangentOf(string block)
    {
        string origin = block.Split(TangentMark)[0];
        int level = 1 + _blocks.Where(other => other.Split(TangentMark)[0] == origin).Max(other => other.Split(TangentMark).Skip(1).Select(int.Parse).DefaultIfEmpty(0).Max());
        return $"{block}{TangentMark}{level}";
    }

    private const char TangentMark = '~';

    private static HashSet<string> Blocks(Region body) => [.. OpShape.AllOps(body).Select(op => op is TapePushOp push ? push.Block : op is TapePopOp pop ? pop.Block : "").Where(block => block.Length > 0)];

    // True of every block of numbers, so that each push meets a pop of its kind.
    private bool IsDifferentiableBlock(IrValue block) => HasTangent(block);
}
