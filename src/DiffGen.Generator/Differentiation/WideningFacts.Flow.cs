using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Differentiation;

// How dependence spreads.
internal sealed partial class WideningFacts
{
    private void Visit(Region region, EquatableArray<IrValue> yields)
    {
        foreach (var op in region.Ops)
            Visit(op);
        switch (region.End)
        {
            case Yield end:
                Flow(end.Values, yields);
                break;
            case Break { Label: IrMethod.ReturnLabel } end:
                for (int i = 0; i < end.Values.Length; i++)
                    Return(end.Values[i], _form.Results[i]);
                break;
            case Break end:
                Flow(end.Values, _targets[end.Label].Results);
                break;
            case Continue end:
                Flow(end.Values, _targets[end.Label].Carried);
                break;
        }
    }

    private void Return(IrValue value, bool inLanes)
    {
        if (inLanes && value.Type is BufferType)
            Mark(value);
        else if (!inLanes && _width.Count != 1 && (IsLane(value) || value.Type is BufferType && HoldsLanes(value)))
            throw new UnwidenableException($"{value.Name} is returned as a value");
    }

    private void Flow(EquatableArray<IrValue> from, EquatableArray<IrValue> to)
    {
        // Fewer values stand only where control never arrives.
        for (int i = 0; i < from.Length && i < to.Length; i++)
            Flow(from[i], to[i]);
    }

    private void Flow(IrValue from, IrValue to)
    {
        if (from.Type is BufferType)
            Join(from, to);
        else if (IsLane(from))
            Mark(to);
        else if (_masks.ContainsKey(from.Id))
            throw new UnwidenableException("a condition on derivatives is handed on");
    }

    private void Visit(Op op)
    {
        switch (op)
        {
            case ApplyOp o:
                Apply(o);
                break;
            case ForeignOp o when _width.IsSeries && o.Arguments.Any(IsLane):
                Mark(o.Results[0]);
                break;
            case ForeignOp o when !ReverseSweep.IsShapeCheck(o) && o.Arguments.Any(a => DependsOnDirections(a) && _width.Count != 1 && (_width.Count > 1 || a.Type is BufferType)):
                throw new UnwidenableException("a derivative is handed to code that is not looked into");
            case LoadOp { Result.Type: BufferType } o:
                Join(MemoryOf(o.Buffer).Rows, MemoryOf(o.Result));
                break;
            case LoadOp o when o.Result.Type.IsFloat && HoldsLanes(o.Buffer):
                Mark(o.Result);
                break;
            case StoreOp { Value.Type: BufferType } o:
                Join(MemoryOf(o.Buffer).Rows, MemoryOf(o.Value));
                break;
            case StoreOp o when IsLane(o.Value):
                Mark(o.Buffer);
                break;
            case AccumulateOp o when IsLane(o.Value):
                Mark(o.Buffer);
                break;
            case SliceOp o:
                Join(o.Buffer, o.Result);
                break;
            case FillOp o when o.Leaves.Any(IsLane):
                Mark(o.Buffer);
                break;
            case CopyOp { Source.Type: BufferType { Element: BufferType } } o:
                Join(MemoryOf(o.Source).Rows, MemoryOf(o.Destination).Rows);
                break;
            case CopyOp o when HoldsLanes(o.Source):
                Mark(o.Destination);
                break;
            case SelectOp o:
                Select(o);
                break;
            case CallOp o:
                Call(o);
                break;
            case SetSlotOp { Slot.Type: BufferType } o:
                Join(MemoryOf(o.Slot.Id), MemoryOf(o.Value));
                break;
            case SetSlotOp o when IsLane(o.Value):
                Mark(o.Slot);
                break;
            case GetSlotOp { Slot.Type: BufferType } o:
                Join(MemoryOf(o.Slot.Id), MemoryOf(o.Result));
                break;
            case GetSlotOp o when IsLane(o.Slot):
                Mark(o.Result);
                break;
            case TapePushOp o:
                Join(_shared.OfBlock(_owner, o.Block), MemoryOf(o.Result));
                break;
            case TapePopOp o:
                Join(_shared.OfBlock(_owner, o.Block), MemoryOf(o.Result));
                break;
            case IfOp o:
                if (_masks.ContainsKey(o.Condition.Id))
                    throw new UnwidenableException("a derivative decides a branch");
                Visit(o.Then, o.Results);
                Visit(o.Else, o.Results);
                break;
            case BlockOp o:
                _targets[o.Label] = (o.Results, default);
                Visit(o.Body, o.Results);
                break;
            case ForOp o:
                Loop(o.Label, o.Initial, o.Body, o.Results);
                break;
            case LoopOp o:
                Loop(o.Label, o.Initial, o.Body, o.Results);
                break;
        }
    }

    // What a loop carries and what it results in have one type.
    private void Loop(int label, EquatableArray<IrValue> initial, Region body, EquatableArray<IrValue> results)
    {
        _targets[label] = (results, body.Parameters);
        Flow(initial, body.Parameters);
        Flow(results, body.Parameters);
        Visit(body, body.Parameters);
        Flow(body.Parameters, results);
    }

    private void Apply(ApplyOp op)
    {
        if (!op.Arguments.Any(DependsOnDirections))
            return;
        if (op.Result.Type.IsFloat && op.Primitive is "add" or "sub" or "mul" or "div" or "neg" or "convert" or "stop")
            Mark(op.Result);
        else if (_width.Count == 1)
            MarkIfFloat(op);
        else if (_width.IsSets)
            Unite(op);
        else if (op.Result.Type == IrType.Bool && op.Primitive is "eq" or "ne" or "lt" or "le" or "gt" or "ge" && op.Arguments[0].Type is ScalarType { Kind: var compared })
            Mask(op.Result, compared);
        else if (op.Primitive is "not" or "and" or "or" && op.Arguments.All(a => a.Type == IrType.Bool) && MasksOf(op).Distinct().Count() == 1)
            Mask(op.Result, MasksOf(op).First());
        else
            throw new UnwidenableException($"{op.Primitive} is applied to a derivative");
    }

    private System.Collections.Generic.IEnumerable<ScalarKind> MasksOf(ApplyOp op) => op.Arguments.Where(a => _masks.ContainsKey(a.Id)).Select(a => _masks[a.Id]);

    // Whatever is computed of derivatives depends on what they depend on; a condition is not computed at all.
    private void Unite(ApplyOp op)
    {
        if (op.Result.Type == IrType.Bool)
            Mask(op.Result, LaneType.IndexSet.Kind);
        else if (op.Result.Type.IsFloat)
            Mark(op.Result);
        else
            throw new UnwidenableException($"{op.Primitive} is applied to a derivative");
    }

    private void MarkIfFloat(ApplyOp op)
    {
        if (op.Result.Type.IsFloat)
            Mark(op.Result);
    }

    private void Mask(IrValue condition, ScalarKind kind)
    {
        _shared.Changed |= !_masks.ContainsKey(condition.Id);
        _masks[condition.Id] = kind;
    }

    private void Select(SelectOp op)
    {
        if (op.Result.Type is BufferType)
        {
            Join(op.WhenTrue, op.Result);
            Join(op.WhenFalse, op.Result);
        }
        bool byMask = _masks.TryGetValue(op.Condition.Id, out var compared);
        if (byMask && !_width.IsSets && !op.Result.Type.Equals(new ScalarType(compared)))
            throw new UnwidenableException("a derivative chooses between values of another kind");
        if (byMask || IsLane(op.WhenTrue) || IsLane(op.WhenFalse))
            Mark(op.Result);
        if (_masks.ContainsKey(op.WhenTrue.Id) || _masks.ContainsKey(op.WhenFalse.Id))
            throw new UnwidenableException("a condition on derivatives is chosen");
    }

    private void Call(CallOp op)
    {
        var form = _formOf(op);
        for (int i = 0; i < op.Arguments.Length; i++)
        {
            if (form is not null && form.Parameters[i])
            {
                if (op.Arguments[i].Type is BufferType)
                    Mark(op.Arguments[i]);
            }
            else if (_width.Count != 1 && DependsOnDirections(op.Arguments[i]))
            {
                // The user's own rules take one direction at a time.
                throw new UnwidenableException("a derivative is the argument of a method");
            }
        }
        // A method of the user's that takes one derivative, such as a rule, also gives one.
        if (form is null && op.Arguments.Any(DependsOnDirections))
        {
            foreach (var result in op.Results)
                Mark(result);
        }
        for (int i = 0; form is not null && i < op.Results.Length; i++)
        {
            if (form.Results[i])
                Mark(op.Results[i]);
        }
    }

    private bool DependsOnDirections(IrValue value) =>
        IsLane(value) || _masks.ContainsKey(value.Id) || value.Type is BufferType && HoldsLanes(value);
}
