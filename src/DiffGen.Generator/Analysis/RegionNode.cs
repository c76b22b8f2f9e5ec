using System.Collections.Generic;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Analysis;

/// <summary>A region's place in the method.</summary>
internal sealed class RegionNode
{
    public RegionNode(Region region, Op? owner, RegionNode? parent)
    {
        Region = region;
        Owner = owner;
        Parent = parent;
        Depth = parent is null ? 0 : parent.Depth + 1;
    }

    public Region Region { get; }

    /// <summary>The operation that holds the region; null for the method body.</summary>
    public Op? Owner { get; }

    public RegionNode? Parent { get; }

    public int Depth { get; }

    /// <summary>Positions of everything inside lie in [Start, End].</summary>
    public int Start { get; set; }

    public int End { get; set; }

    public bool IsLoopBody => Owner is ForOp or LoopOp;

    public List<RegionNode> Children { get; } = new();

    /// <summary>The nearest enclosing loop body, this region included; null outside loops.</summary>
    public RegionNode? Loop
    {
        get
        {
            RegionNode? node = this;
            while (node is not null && !node.IsLoopBody)
                node = node.Parent;
            return node;
        }
    }

    public bool IsWithin(RegionNode other) => Start >= other.Start && End <= other.End;
}
