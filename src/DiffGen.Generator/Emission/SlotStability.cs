using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Emission;

/// <summary>Tells where a slot has its last value, so that reading it late gives what reading it early gave.</summary>
internal sealed class SlotStability
{
    private readonly Dictionary<int, List<(RegionNode Node, int Order)>> _writes = [];
    private readonly Dictionary<(RegionNode, int), int> _order = [];

    public SlotStability(BodyModel model) => Number(model.Root);

    /// <summary>Whether nothing sets the slot once control has come to this place.</summary>
    public bool IsStableAfter(Slot slot, RegionNode node, int index)
    {
        if (!_writes.TryGetValue(slot.Id, out var writes))
            return true;
        int order = _order[(node, index)];
        return writes.All(write => write.Order < order && !ShareLoop(write.Node, node));
    }

    private void Number(RegionNode node)
    {
        for (int i = 0; i < node.End; i++)
        {
            _order[(node, i)] = _order.Count;
            if (node.Region.Ops[i] is SetSlotOp set)
            {
                if (!_writes.TryGetValue(set.Slot.Id, out var list))
                    _writes[set.Slot.Id] = list = [];
                list.Add((node, _order.Count));
            }
            foreach (RegionNode child in node.Children(i))
                Number(child);
        }
    }

    private static bool ShareLoop(RegionNode first, RegionNode second)
    {
        for (RegionNode? node = first; node is not null; node = node.Parent)
        {
            if (node.Owner is ForOp or LoopOp && node.Scope.Contains(second.Scope))
                return true;
        }
        return false;
    }
}
