using System.Collections.Generic;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Emission;

/// <summary>A region in its place: regions themselves are values and may occur twice.</summary>
internal sealed class RegionNode
{
    private readonly Dictionary<int, RegionNode[]> _children = [];

    public RegionNode(Region region, RegionNode? parent, int index)
    {
        Region = region;
        Parent = parent;
        Index = index;
        // A block prints without braces of its own.
        Scope = parent is not null && Owner is BlockOp ? parent.Scope : new NameAllocator.Scope(parent?.Scope);
        Depth = parent is null ? 0 : parent.Depth + 1;
        LoopDepth = parent is null ? 0 : parent.LoopDepth + (Owner is ForOp or LoopOp ? 1 : 0);
        for (int i = 0; i < region.Ops.Length; i++)
        {
            var inner = OpShape.Regions(region.Ops[i]);
            if (inner.IsEmpty)
                continue;
            var nodes = new RegionNode[inner.Length];
            for (int j = 0; j < nodes.Length; j++)
                nodes[j] = new RegionNode(inner[j], this, i);
            _children[i] = nodes;
        }
    }

    public Region Region { get; }

    public RegionNode? Parent { get; }

    /// <summary>Place of the owning operation in the parent.</summary>
    public int Index { get; }

    public Op? Owner => Parent?.Region.Ops[Index];

    public NameAllocator.Scope Scope { get; }

    public int Depth { get; }

    public int LoopDepth { get; }

    /// <summary>Printed as one side of a conditional expression.</summary>
    public bool IsExpression { get; set; }

    /// <summary>The place of the terminator, after all operations.</summary>
    public int End => Region.Ops.Length;

    public RegionNode[] Children(int index) => _children.TryGetValue(index, out var nodes) ? nodes : [];

    /// <summary>The region itself and all regions in it, outer before inner, in order.</summary>
    public IEnumerable<RegionNode> All()
    {
        yield return this;
        for (int i = 0; i < End; i++)
        {
            foreach (RegionNode child in Children(i))
            {
                foreach (RegionNode node in child.All())
                    yield return node;
            }
        }
    }
}
