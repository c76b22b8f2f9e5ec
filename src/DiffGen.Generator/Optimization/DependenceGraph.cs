using System.Collections.Generic;
using DiffGen.Generator.Analysis;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization;

/// <summary>An operation, or (<see cref="Op"/> null) the whole function, among those it stands in and holds.</summary>
internal sealed class DependenceNode(Op? op, DependenceNode? parent)
{
    public Op? Op { get; } = op;

    public DependenceNode? Parent { get; } = parent;

    public List<DependenceNode> Children { get; } = new();

    public EquatableArray<IrValue> Results { get; } = op is null ? default : OpShape.Results(op);

    /// <summary>The values that flow into the results or carried values, position by position, from every side.</summary>
    public List<EquatableArray<IrValue>> Flows { get; } = new();

    /// <summary>The carried values of a loop, which have the positions of the results.</summary>
    public EquatableArray<IrValue>? Carried { get; set; }

    /// <summary>Returns and throws that end a region of this operation.</summary>
    public List<Terminator> FinalExits { get; } = new();

    /// <summary>Control can leave from inside to somewhere outside.</summary>
    public bool Escapes { get; set; }
}

/// <summary>Who defines which value, and where values and control flow to.</summary>
internal sealed class DependenceGraph
{
    private static readonly List<DependenceNode> None = new();

    private readonly Dictionary<int, (DependenceNode Node, int Position)> _definitions = new();
    private readonly Dictionary<Op, DependenceNode> _nodes = new(ReferenceComparer<Op>.Instance);
    private readonly Dictionary<int, DependenceNode> _targets = new();
    private readonly Dictionary<int, List<DependenceNode>> _sets = new();
    private readonly Dictionary<int, List<DependenceNode>> _slotUses = new();

    public DependenceGraph(Region root)
    {
        Root = new DependenceNode(null, null);
        Visit(root, Root);
    }

    public DependenceNode Root { get; }

    /// <summary>All operations, outer before inner.</summary>
    public List<DependenceNode> Nodes { get; } = new();

    public DependenceNode NodeOf(Op op) => _nodes[op];

    /// <summary>The block or loop of a label, or null for a return.</summary>
    public DependenceNode? TargetOf(int label) => _targets.TryGetValue(label, out var target) ? target : null;

    public IReadOnlyList<DependenceNode> SetsOf(Slot slot) => _sets.TryGetValue(slot.Id, out var sets) ? sets : None;

    /// <summary>Operations that read or write a mutable local.</summary>
    public IReadOnlyList<DependenceNode> UsesOf(Slot slot) => _slotUses.TryGetValue(slot.Id, out var uses) ? uses : None;

    /// <summary>Finds what defines a value. The position among results or carried values is −1 where a value stands alone.</summary>
    public bool TryFindDefinition(IrValue value, out DependenceNode node, out int position)
    {
        bool found = _definitions.TryGetValue(value.Id, out var definition);
        (node, position) = definition;
        return found;
    }

    private void Visit(Region region, DependenceNode owner)
    {
        foreach (var op in region.Ops)
        {
            var node = new DependenceNode(op, owner);
            _nodes[op] = node;
            Nodes.Add(node);
            owner.Children.Add(node);
            NoteSlot(op, node);
            bool isStructured = !OpShape.Regions(op).IsEmpty;
            for (int i = 0; i < node.Results.Length; i++)
                _definitions[node.Results[i].Id] = (node, isStructured ? i : -1);
            if (isStructured)
                Enter(op, node);
        }
        Leave(region.End, owner);
    }

    private void Enter(Op op, DependenceNode node)
    {
        switch (op)
        {
            case BlockOp o:
                _targets[o.Label] = node;
                break;
            case ForOp o:
                _definitions[o.Induction.Id] = (node, -1);
                EnterLoop(node, o.Label, o.Initial, o.Body);
                break;
            case LoopOp o:
                EnterLoop(node, o.Label, o.Initial, o.Body);
                break;
        }
        foreach (var region in OpShape.Regions(op))
            Visit(region, node);
    }

    private void EnterLoop(DependenceNode node, int label, EquatableArray<IrValue> initial, Region body)
    {
        _targets[label] = node;
        node.Flows.Add(initial);
        node.Carried = body.Parameters;
        for (int i = 0; i < body.Parameters.Length; i++)
            _definitions[body.Parameters[i].Id] = (node, i);
    }

    private void Leave(Terminator end, DependenceNode owner)
    {
        int label = end is Break exit ? exit.Label : end is Continue next ? next.Label : -1;
        if (end is Yield yield)
            owner.Flows.Add(yield.Values);
        else if (label >= 0 && TargetOf(label) is { } target)
        {
            target.Flows.Add(OpShape.Operands(end));
            for (var node = owner; node != target; node = node.Parent!)
                node.Escapes = true;
        }
        else if (end is not Unreachable)
        {
            owner.FinalExits.Add(end);
            for (var node = owner; node is not null; node = node.Parent)
                node.Escapes = true;
        }
    }

    private void NoteSlot(Op op, DependenceNode node)
    {
        var slot = op switch { SetSlotOp o => o.Slot, GetSlotOp o => o.Slot, _ => null };
        if (slot is null)
            return;
        Append(_slotUses, slot.Id, node);
        if (op is SetSlotOp)
            Append(_sets, slot.Id, node);
    }

    private static void Append(Dictionary<int, List<DependenceNode>> lists, int key, DependenceNode node)
    {
        if (!lists.TryGetValue(key, out var list))
            lists[key] = list = new();
        list.Add(node);
    }
}
