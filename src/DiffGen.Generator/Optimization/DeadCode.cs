using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization;

/// <summary>
/// Removes what has no effect and whose results nothing uses: operations, results of branches and blocks, values that loops carry, mutable
/// locals, whole loops and branches. What is needed is found from the effects backwards, so a cycle of useless values goes as a whole.
/// </summary>
internal sealed class DeadCode
{
    private readonly DependenceGraph _graph;
    private readonly HashSet<int> _values = new();
    private readonly HashSet<DependenceNode> _nodes = new();
    private readonly LocalShadows _shadows;
    private readonly Dictionary<int, List<DependenceNode>> _shadowWrites = new();
    private readonly Stack<IrValue> _pendingValues = new();
    private readonly Stack<DependenceNode> _pendingNodes = new();
    private bool _changed;

    /// <param name="isWanted">The effects that count; null: all of them.</param>
    private DeadCode(Region root, Func<Op, bool>? isWanted = null)
    {
        _graph = new DependenceGraph(root);
        _shadows = new LocalShadows(root);
        var removability = new Removability(new AccessFacts(root));
        Need(_graph.Root);
        foreach (var node in _graph.Nodes)
        {
            if (node.Op is null or SlotOp or SetSlotOp || !OpShape.Regions(node.Op).IsEmpty)
                continue;
            if (isWanted is not null && isWanted(node.Op))
                Need(node);
            else if (isWanted is null && !removability.CanGo(node.Op))
                NeedUnlessUnread(node);
        }
        while (_pendingNodes.Count > 0 || _pendingValues.Count > 0)
        {
            if (_pendingNodes.Count > 0)
                Spread(_pendingNodes.Pop());
            else
                Spread(_pendingValues.Pop());
        }
    }

    public static Region Run(Region root, out bool changed)
    {
        var pass = new DeadCode(root);
        var result = pass.Sweep(root, null);
        changed = pass._changed;
        return result;
    }

    /// <summary>What is left of a region if only some of its effects count, and none of what it may throw.</summary>
    public static Region Slice(Region root, Func<Op, bool> isWanted) => new DeadCode(root, isWanted).Sweep(root, null);

    private void NeedUnlessUnread(DependenceNode node)
    {
        if (_shadows.WrittenBy(node.Op!) is not { } shadow)
            Need(node);
        else if (_shadowWrites.TryGetValue(shadow, out var writes))
            writes.Add(node);
        else
            _shadowWrites[shadow] = [node];
    }

    private void Need(DependenceNode node)
    {
        if (_nodes.Add(node))
            _pendingNodes.Push(node);
    }

    private void Need(IrValue value)
    {
        if (_values.Add(value.Id))
            _pendingValues.Push(value);
    }

    private void Need(IEnumerable<IrValue> values)
    {
        foreach (var value in values)
            Need(value);
    }

    private void Spread(DependenceNode node)
    {
        if (node.Parent is { } parent)
            Need(parent);
        // Whatever leaves from inside decides what happens here.
        foreach (var child in node.Children)
        {
            if (child.Escapes)
                Need(child);
        }
        foreach (var end in node.FinalExits)
            Need(OpShape.Operands(end));
        if (_shadows.ReadBy(node.Op) is { } read && _shadowWrites.TryGetValue(read, out var writes))
        {
            _shadowWrites.Remove(read);
            writes.ForEach(Need);
        }
        switch (node.Op)
        {
            case null or BlockOp or LoopOp:
                break;
            case ForOp o:
                Need(o.Start);
                Need(o.End);
                break;
            case GetSlotOp o:
                foreach (var set in _graph.SetsOf(o.Slot))
                    Need(set);
                break;
            default:
                Need(OpShape.Operands(node.Op));
                break;
        }
    }

    private void Spread(IrValue value)
    {
        if (!_graph.TryFindDefinition(value, out var node, out int position))
            return;
        Need(node);
        if (position < 0)
            return;
        foreach (var values in node.Flows)
        {
            if (position < values.Length)
                Need(values[position]);
        }
        // What a loop carries and what it results in are one.
        if (node.Carried is { } carried)
        {
            Need(carried[position]);
            Need(node.Results[position]);
        }
    }

    private Region Sweep(Region region, EquatableArray<int>? kept)
    {
        var output = new List<Op>(region.Ops.Length);
        foreach (var op in region.Ops)
        {
            if (op is CommentOp)
                DropTrailingComment(output);
            if (op is CommentOp || IsNeeded(op))
                output.Add(SweepOp(op));
            else
                _changed = true;
        }
        DropTrailingComment(output);
        return new Region(Keep(region.Parameters, region.Parameters.IsEmpty ? null : kept), new([.. output]), SweepEnd(region.End, kept));
    }

    private void DropTrailingComment(List<Op> output)
    {
        if (output.Count == 0 || output[output.Count - 1] is not CommentOp)
            return;
        output.RemoveAt(output.Count - 1);
        _changed = true;
    }

    private bool IsNeeded(Op op) => op is SlotOp slot
        ? _graph.UsesOf(slot.Slot).Any(_nodes.Contains)
        : _nodes.Contains(_graph.NodeOf(op));

    private Op SweepOp(Op op)
    {
        if (OpShape.Regions(op).IsEmpty)
            return op;
        var node = _graph.NodeOf(op);
        var kept = KeptBy(node);
        _changed |= kept.Length != node.Results.Length;
        return op switch
        {
            IfOp o => o with { Results = Keep(o.Results, kept), Then = Sweep(o.Then, kept), Else = Sweep(o.Else, kept) },
            BlockOp o => o with { Results = Keep(o.Results, kept), Body = Sweep(o.Body, kept) },
            ForOp o => o with { Results = Keep(o.Results, kept), Initial = Keep(o.Initial, kept), Body = Sweep(o.Body, kept) },
            LoopOp o => o with { Results = Keep(o.Results, kept), Initial = Keep(o.Initial, kept), Body = Sweep(o.Body, kept) },
            _ => op,
        };
    }

    private EquatableArray<int> KeptBy(DependenceNode node) =>
        Enumerable.Range(0, node.Results.Length).Where(i => _values.Contains(node.Results[i].Id)).ToEquatableArray();

    private Terminator SweepEnd(Terminator end, EquatableArray<int>? kept) => end switch
    {
        Yield e when kept is not null => e with { Values = Keep(e.Values, kept) },
        Break e when _graph.TargetOf(e.Label) is { } target => e with { Values = Keep(e.Values, KeptBy(target)) },
        Continue e when _graph.TargetOf(e.Label) is { } target => e with { Values = Keep(e.Values, KeptBy(target)) },
        _ => end,
    };

    // Fewer values than positions stand only where control never arrives.
    private static EquatableArray<IrValue> Keep(EquatableArray<IrValue> values, EquatableArray<int>? kept) =>
        kept is not { } positions || positions.Length == values.Length ? values : positions.Where(i => i < values.Length).Select(i => values[i]).ToEquatableArray();
}
