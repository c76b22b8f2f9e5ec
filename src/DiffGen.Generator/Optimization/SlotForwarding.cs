using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization;

/// <summary>Reads of a mutable local whose content is known on the way to them become that value. What remains unread is dead.</summary>
internal sealed class SlotForwarding : RegionPass
{
    // Slots whose content is known; null is the zero that they start with. Values of inner regions are never noted for outer ones.
    private Dictionary<int, IrValue?> _contents = new();
    private bool _isReached = true;

    protected override void Visit(Op op, List<Op> output)
    {
        switch (op)
        {
            case GetSlotOp o when _contents.TryGetValue(o.Slot.Id, out var content) && content is not null:
                Replace(o.Result, content);
                return;
            case GetSlotOp { Slot.Type: ScalarType type } o when _contents.TryGetValue(o.Slot.Id, out var content) && content is null:
                ReplaceByConstant(op, o.Result, Constant.OfInteger(type.Kind, 0), output);
                _contents[o.Slot.Id] = o.Result;
                return;
            case SlotOp o:
                _contents[o.Slot.Id] = null;
                break;
            case GetSlotOp o:
                _contents[o.Slot.Id] = o.Result;
                break;
            case SetSlotOp o:
                _contents[o.Slot.Id] = o.Value;
                break;
        }
        output.Add(Descend(op));
    }

    protected override Op Descend(Op op)
    {
        switch (op)
        {
            case IfOp o:
                var before = _contents;
                var then = Branch(o.Then, before, out var afterThen);
                var otherwise = Branch(o.Else, before, out var afterElse);
                _contents = Joined(op, before, afterThen, afterElse);
                _isReached = afterThen is not null || afterElse is not null;
                return o with { Then = then, Else = otherwise };
            case BlockOp o:
                // Control leaves a block from anywhere inside.
                var inside = Branch(o.Body, _contents, out _);
                Forget(op);
                return o with { Body = inside };
            case ForOp or LoopOp:
                Forget(op);
                var body = op is ForOp counted ? counted with { Body = Branch(counted.Body, _contents, out _) } : (Op)(((LoopOp)op) with { Body = Branch(((LoopOp)op).Body, _contents, out _) });
                return body;
            default:
                return op;
        }
    }

    // The contents at the end of a region that completes; null if it leaves.
    private Region Branch(Region region, Dictionary<int, IrValue?> before, out Dictionary<int, IrValue?>? after)
    {
        _contents = new(before);
        _isReached = true;
        var result = Run(region);
        after = _isReached && region.End is Yield ? _contents : null;
        _contents = before;
        _isReached = true;
        return result;
    }

    // What both sides agree on, or what the only side that completes leaves, as far as it is visible outside.
    private static Dictionary<int, IrValue?> Joined(Op op, Dictionary<int, IrValue?> before, Dictionary<int, IrValue?>? a, Dictionary<int, IrValue?>? b)
    {
        var defined = new HashSet<int>(OpShape.Regions(op).SelectMany(OpShape.AllOps).SelectMany(inner => OpShape.Results(inner)).Select(value => value.Id));
        var joined = new Dictionary<int, IrValue?>();
        foreach (var pair in a ?? b ?? before)
        {
            bool agrees = a is null || b is null || b.TryGetValue(pair.Key, out var other) && Equals(other, pair.Value);
            if (agrees && (pair.Value is null || !defined.Contains(pair.Value.Id)))
                joined[pair.Key] = pair.Value;
        }
        return joined;
    }

    private void Forget(Op op)
    {
        _contents = new(_contents);
        foreach (int slot in Written(op))
            _contents.Remove(slot);
    }

    private static IEnumerable<int> Written(Op op) => OpShape.Regions(op).SelectMany(OpShape.AllOps).OfType<SetSlotOp>().Select(set => set.Slot.Id);
}
