using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Numerics;

namespace DiffGen.CompilerServices;

/// <summary>
/// Sets of small numbers, each known by an id, for the propagation of sparsity patterns: a value is accompanied by the set of the inputs that it
/// depends on. For generated code.
/// </summary>
/// <remarks>
/// A set is a binary trie over blocks of 64 numbers, with equal parts shared: C. Okasaki, A. Gill, "Fast mergeable integer maps" (1998), with hash
/// consing (J.-C. Filliâtre, S. Conchon, 2006). Equal sets have equal ids. A union costs time in proportion to the parts in which the two differ, so
/// both many small sets and one that grows member by member are cheap.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class IndexSets
{
    /// <summary>The set without members. New arrays of ids hold it.</summary>
    public const int Empty = 0;

    private const int BlockBits = 6;
    private const int MemoSize = 1 << 14;
    private const int InitialNodes = 256;

    private readonly (int First, int Second, int Union)[] _memo = new (int, int, int)[MemoSize];

    // Ids of nodes at the places that their hashes tell, or the next free ones; at most half full.
    private int[] _table = new int[2 * InitialNodes];
    private Node[] _nodes = new Node[InitialNodes];
    private int _count = 1;

    /// <param name="Prefix">A leaf's block; the part that all blocks below a branch have in common.</param>
    /// <param name="Mask">The bit of the block that decides between left and right; 0 for a leaf.</param>
    /// <param name="Content">A leaf's members, a bit each; the ids below a branch.</param>
    private readonly record struct Node(int Prefix, int Mask, ulong Content)
    {
        public int Left => (int)(Content >> 32);

        public int Right => (int)Content;

        public int Hash()
        {
            // Prefix and mask of a branch follow from what is below it.
            ulong key = (Mask == 0 ? Content ^ ((ulong)(uint)Prefix << 40) : Content) * 0x9E3779B97F4A7C15;
            return (int)((key ^ (key >> 29)) * 0xBF58476D1CE4E5B9 >> 34);
        }
    }

    /// <summary>The set with one member.</summary>
    public int Singleton(int index) => Leaf(index >> BlockBits, 1UL << index);

    /// <summary>The set of all members of two.</summary>
    public int Union(int first, int second)
    {
        if (first == second || second == Empty)
            return first;
        if (first == Empty)
            return second;
        if (first > second)
            (first, second) = (second, first);
        // It forgets; that only costs time.
        ref (int First, int Second, int Union) memo = ref _memo[(first * 31 + second) & (MemoSize - 1)];
        if (memo.First != first || memo.Second != second)
            memo = (first, second, Merge(first, second));
        return memo.Union;
    }

    /// <summary>Appends the members of a set, ascending.</summary>
    public void CopyTo(int set, List<int> members)
    {
        ArgumentNullException.ThrowIfNull(members);
        if (set == Empty)
            return;
        Node node = _nodes[set];
        if (node.Mask != 0)
        {
            CopyTo(node.Left, members);
            CopyTo(node.Right, members);
            return;
        }
        for (ulong bits = node.Content; bits != 0; bits &= bits - 1)
            members.Add((node.Prefix << BlockBits) + BitOperations.TrailingZeroCount(bits));
    }

    private int Merge(int first, int second)
    {
        Node a = _nodes[first];
        Node b = _nodes[second];
        if (a.Mask == b.Mask && a.Prefix == b.Prefix)
            return a.Mask == 0 ? Leaf(a.Prefix, a.Content | b.Content) : Branch(a, Union(a.Left, b.Left), Union(a.Right, b.Right));
        if (a.Mask > b.Mask && PrefixOf(b.Prefix, a.Mask) == a.Prefix)
            return Insert(a, b.Prefix, second);
        if (b.Mask > a.Mask && PrefixOf(a.Prefix, b.Mask) == b.Prefix)
            return Insert(b, a.Prefix, first);

        int mask = 1 << (31 - BitOperations.LeadingZeroCount((uint)(a.Prefix ^ b.Prefix)));
        var parent = new Node(PrefixOf(a.Prefix, mask), mask, 0);
        return (a.Prefix & mask) == 0 ? Branch(parent, first, second) : Branch(parent, second, first);
    }

    private int Insert(Node branch, int prefix, int set) => (prefix & branch.Mask) == 0
        ? Branch(branch, Union(branch.Left, set), branch.Right)
        : Branch(branch, branch.Left, Union(branch.Right, set));

    /// <summary>The bits of a block above the mask.</summary>
    private static int PrefixOf(int block, int mask) => block & ~(mask | (mask - 1));

    private int Leaf(int block, ulong bits) => Intern(new Node(block, 0, bits));

    private int Branch(Node shape, int left, int right) => Intern(shape with { Content = (ulong)(uint)left << 32 | (uint)right });

    /// <summary>The id of the one node that is equal to this one.</summary>
    private int Intern(Node node)
    {
        int slot = node.Hash() & (_table.Length - 1);
        while (_table[slot] != Empty)
        {
            if (_nodes[_table[slot]] == node)
                return _table[slot];
            slot = (slot + 1) & (_table.Length - 1);
        }
        _table[slot] = _count;
        _nodes[_count++] = node;
        if (_count == _nodes.Length)
            Grow();
        return _count - 1;
    }

    private void Grow()
    {
        Array.Resize(ref _nodes, 2 * _count);
        _table = new int[2 * _nodes.Length];
        for (int id = 1; id < _count; id++)
        {
            int slot = _nodes[id].Hash() & (_table.Length - 1);
            while (_table[slot] != Empty)
                slot = (slot + 1) & (_table.Length - 1);
            _table[slot] = id;
        }
    }
}
