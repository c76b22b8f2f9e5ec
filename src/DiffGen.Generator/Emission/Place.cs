using System.Collections.Generic;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Emission;

/// <summary>Where a local is declared: the innermost braces around all that touches it, and the first place in them that does.</summary>
/// <param name="IsDefinition">That place assigns the local in the same braces, so that the declaration can be the assignment.</param>
internal readonly record struct Place(RegionNode Node, int Index, bool IsDefinition)
{
    public static Place Of(IEnumerable<Occurrence> occurrences)
    {
        List<Occurrence> list = [.. occurrences];
        RegionNode common = list[0].Node;
        foreach (Occurrence occurrence in list)
        {
            while (!Contains(common, occurrence.Node))
                common = common.Parent!;
        }
        List<int>? first = null;
        bool isDefinition = true;
        foreach (Occurrence occurrence in list)
        {
            List<int> path = Path(common, occurrence, out bool isDirect);
            int order = first is null ? -1 : Compare(path, first);
            if (order < 0)
            {
                first = path;
                isDefinition = occurrence.IsDefinition && isDirect;
            }
            else if (order == 0)
                isDefinition &= occurrence.IsDefinition && isDirect;
        }
        return new Place(common, first![0], isDefinition);
    }

    /// <summary>Whether a declaration here comes before the other place, in the same braces or further in.</summary>
    public bool Reaches(Place other)
    {
        if (ReferenceEquals(Node, other.Node))
            return true;
        for (RegionNode node = other.Node; node.Parent is not null; node = node.Parent)
        {
            if (ReferenceEquals(node.Parent, Node))
                return Index <= node.Index;
        }
        return false;
    }

    private static bool Contains(RegionNode outer, RegionNode inner)
    {
        for (RegionNode? node = inner; node is not null; node = node.Parent)
        {
            if (ReferenceEquals(node, outer))
                return true;
        }
        return false;
    }

    // Index and order in the braces, with those inside a block, which has no braces of its own, after the block's.
    private static List<int> Path(RegionNode common, Occurrence occurrence, out bool isDirect)
    {
        var chain = new Stack<RegionNode>();
        for (RegionNode node = occurrence.Node; !ReferenceEquals(node, common); node = node.Parent!)
            chain.Push(node);
        var path = new List<int>();
        isDirect = true;
        while (chain.Count > 0)
        {
            RegionNode node = chain.Pop();
            path.Add(node.Index);
            path.Add(1);
            if (node.Owner is not BlockOp)
            {
                isDirect = false;
                return path;
            }
        }
        path.Add(occurrence.Index);
        path.Add(occurrence.Order);
        return path;
    }

    private static int Compare(List<int> first, List<int> second)
    {
        for (int i = 0; i < first.Count && i < second.Count; i++)
        {
            if (first[i] != second[i])
                return first[i].CompareTo(second[i]);
        }
        return first.Count.CompareTo(second.Count);
    }
}
