using System.Linq;
using DiffGen.Generator.Ir;
using DiffGen.Generator.Rules;

namespace DiffGen.Generator.Optimization.Lanes;

// How differences spread through values and control flow.
internal sealed partial class LaneFacts
{
    private void VisitBody()
    {
        CheckOrderedSums();
        Visit(Loop.Body, default);
    }

    private void Visit(Region region, Common.EquatableArray<IrValue> yields, bool chosen = false)
    {
        foreach (var op in region.Ops)
            Visit(op);
        switch (region.End)
        {
            case Yield end:
                Flow(end.Values, yields, chosen);
                break;
            case Break or Continue or Throw when _masked > 0:
                throw new NoLanesException("some iterations leave where others go on");
            case Break end when _targets.TryGetValue(end.Label, out var target):
                Flow(end.Values, target.Results);
                break;
            case Continue end when _targets.TryGetValue(end.Label, out var target):
                Flow(end.Values, target.Carried);
                break;
            case Break or Continue:
                throw new NoLanesException("the loop is left early");
        }
    }

    private void Visit(Op op)
    {
        switch (op)
        {
            case ConstantOp or StaticBufferOp or CommentOp or ScratchMarkOp or ScratchReleaseOp or SlotOp:
                break;
            case ApplyOp o:
                Apply(o);
                break;
            case ForeignOp o:
                Foreign(o);
                break;
            case SelectOp o:
                Select(o);
                break;
            case SetSlotOp o:
                SetSlot(o);
                break;
            case GetSlotOp o:
                if (IsLane(o.Slot) && o.Result.Type == IrType.Bool)
                    MarkMask(o.Result);
                else if (IsLane(o.Slot))
                    MarkLane(o.Result);
                break;
            case IfOp o:
                If(o);
                break;
            case BlockOp o:
                _targets[o.Label] = (o.Results, default);
                Visit(o.Body, o.Results);
                break;
            case ForOp o:
                if (Differs(o.Start) || Differs(o.End))
                    throw new NoLanesException("an inner loop runs from or to where iterations differ");
                VisitLoop(o.Label, o.Initial, o.Body, o.Results);
                break;
            case LoopOp o:
                VisitLoop(o.Label, o.Initial, o.Body, o.Results);
                break;
            case CallOp:
                throw new NoLanesException("it calls a method that is not inlined");
            default:
                if (!Memory(op))
                    throw new NoLanesException($"{op.GetType().Name} does not run in lanes");
                break;
        }
    }

    // What a loop carries and what it results in are one.
    private void VisitLoop(int label, Common.EquatableArray<IrValue> initial, Region body, Common.EquatableArray<IrValue> results)
    {
        _targets[label] = (results, body.Parameters);
        Flow(initial, body.Parameters);
        Flow(results, body.Parameters);
        Visit(body, body.Parameters);
        Flow(body.Parameters, results);
    }

    private void If(IfOp op)
    {
        bool differs = IsMask(op.Condition);
        if (differs)
            _masked++;
        Visit(op.Then, op.Results, differs);
        Visit(op.Else, op.Results, differs);
        if (differs)
            _masked--;
    }

    private void SetSlot(SetSlotOp op)
    {
        if (!_outerSlots.Contains(op.Slot.Id))
            throw new NoLanesException($"'{op.Slot.Name}' goes from one iteration into the next");
        if (!Differs(op.Value) && _masked == 0)
            return;
        if (_views.ContainsKey(op.Value.Id) || !op.Value.Type.IsFloat && op.Value.Type != IrType.I32 && op.Value.Type != IrType.Bool)
            throw new NoLanesException($"'{op.Slot.Name}' differs between iterations");
        _changed |= _slots.Add(op.Slot.Id);
    }

    private void Foreign(ForeignOp op)
    {
        if (!op.IsPure || op.Arguments.Any(Differs) || op.Arguments.Any(argument => argument.Type is BufferType && HoldsLanes(argument)))
            throw new NoLanesException("it runs code that is not looked into");
        if (_masked > 0 && !op.IsTotal)
            throw new NoLanesException("code that is not looked into runs in some iterations only");
    }

    private void Select(SelectOp op)
    {
        bool chosen = IsMask(op.Condition);
        Flow(op.WhenTrue, op.Result, chosen);
        Flow(op.WhenFalse, op.Result, chosen);
    }

    private void Apply(ApplyOp op)
    {
        if (!op.Arguments.Any(Differs) || IsOrderedSum(op))
            return;
        if (op.Result.Type == IrType.Bool)
            Condition(op);
        else if (op.Result.Type == IrType.I32 && op.Arguments.Any(IsLane))
            IntegerLane(op);
        else if (op.Result.Type.IsInteger)
            MarkStride(op.Result, Integer(op));
        else if (op.Result.Type.IsFloat)
            Number(op);
        else
            throw new NoLanesException($"{op.Primitive} does not run in lanes");
    }

    private void Condition(ApplyOp op)
    {
        bool compares = op.Primitive is "lt" or "le" or "gt" or "ge" or "eq" or "ne"
            && op.Arguments.All(argument => argument.Type.IsFloat || argument.Type == IrType.I32 && !IsComputedIndex(argument));
        bool joins = op.Primitive is "and" or "or" or "not" && op.Arguments.All(argument => argument.Type == IrType.Bool);
        if (!compares && !joins)
            throw new NoLanesException($"{op.Primitive} does not run in lanes");
        MarkMask(op.Result);
    }

    private void Number(ApplyOp op)
    {
        if (op.Primitive == "convert" && op.Arguments[0] is var from && !from.Type.IsFloat && (from.Type != IrType.I32 || IsComputedIndex(from)) || op.Arguments.Any(IsMask))
            throw new NoLanesException("a conversion does not run in lanes");
        if (op.Primitive != "convert" && op.Arguments.Any(argument => _strides.ContainsKey(argument.Id)) || !LaneRows.RunsInLanes(op.Primitive))
            throw new NoLanesException($"{op.Primitive} does not run in lanes");
        MarkLane(op.Result);
    }

    // Integers lie in numbers of double precision, which hold them exactly; where the result of their arithmetic would have to wrap around, it is no index.
    private void IntegerLane(ApplyOp op)
    {
        bool isSign = op.Primitive == "Sign" && op.Arguments[0].Type == IrType.F64;
        bool isIndex = !op.Checked && op.Primitive is "add" or "sub" or "mul" or "neg" or "iteration" && op.Arguments.All(argument => argument.Type == IrType.I32);
        if (!isSign && !isIndex)
            throw new NoLanesException($"{op.Primitive} of integers that differ between iterations");
        MarkLane(op.Result);
    }

    private bool IsComputedIndex(IrValue value) => IsLane(value) && value.Type == IrType.I32 && _facts.OpOf(value) is ApplyOp { Primitive: not ("Sign" or "iteration") };

    private Stride Integer(ApplyOp op)
    {
        if (op.Checked || op.Arguments.Any(argument => IsLane(argument) || IsMask(argument)))
            throw new NoLanesException("an integer is computed from what differs between iterations");
        var strides = op.Arguments.Select(StrideOf).ToArray();
        var stride = op.Primitive switch
        {
            "add" => strides[0].Plus(strides[1]),
            "sub" => strides[0].Plus(strides[1].Times(-1)),
            "neg" => strides[0].Times(-1),
            "convert" when op.Arguments[0].Type == IrType.I32 && op.Result.Type == IrType.I64 => strides[0],
            "mul" when strides[1].IsZero => Scaled(strides[0], op.Arguments[1]),
            "mul" when strides[0].IsZero => Scaled(strides[1], op.Arguments[0]),
            _ => throw new NoLanesException("an index does not grow evenly"),
        };
        // 32 bits wrap around, and so does the distance from lane to lane.
        if (op.Result.Type == IrType.I32)
            return stride with { Constant = unchecked((int)stride.Constant) };
        return stride.Constant == (int)stride.Constant && stride.Factor is not { Type: ScalarType { Kind: ScalarKind.I64 } } ? stride : throw new NoLanesException("an index grows by more than an int holds");
    }

    private Stride Scaled(Stride stride, IrValue factor) =>
        _facts.ConstantOf(factor) is { IsOpaque: false } constant ? stride.Times(constant.Bits) : stride.Times(factor);
}

/// <summary>Which primitives exist for lanes.</summary>
internal static class LaneRows
{
    public static bool RunsInLanes(string primitive) => primitive is "add" or "sub" or "mul" or "div" or "neg" or "convert" or "stop" or "valueOf"
        || PrimitiveTable.Find(primitive) is { Method: not null, Component: null, MayThrow: false, Result: PrimitiveResult.Same } row
            && row.Signatures.Any(signature => signature.All(parameter => parameter == PrimitiveParameter.Float));
}
