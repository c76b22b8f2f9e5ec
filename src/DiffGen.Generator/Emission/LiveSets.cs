using System.Collections.Generic;

namespace DiffGen.Generator.Emission;

/// <summary>A set of small numbers.</summary>
internal sealed class BitSet(int size)
{
    private readonly ulong[] _words = new ulong[(size + 63) / 64];

    public void Add(int i) => _words[i >> 6] |= 1UL << (i & 63);

    public void Remove(int i) => _words[i >> 6] &= ~(1UL << (i & 63));

    public bool Contains(int i) => (_words[i >> 6] & (1UL << (i & 63))) != 0;

    public void Clear() => System.Array.Clear(_words, 0, _words.Length);

    /// <summary>Returns whether the set has grown.</summary>
    public bool AddAll(BitSet other)
    {
        bool grown = false;
        for (int i = 0; i < _words.Length; i++)
        {
            ulong union = _words[i] | other._words[i];
            grown |= union != _words[i];
            _words[i] = union;
        }
        return grown;
    }

    /// <summary>The numbers that are also in <paramref name="mask"/>.</summary>
    public IEnumerable<int> Common(BitSet mask)
    {
        for (int i = 0; i < _words.Length; i++)
        {
            ulong word = _words[i] & mask._words[i];
            for (int bit = 0; word != 0; bit++, word >>= 1)
            {
                if ((word & 1) != 0)
                    yield return 64 * i + bit;
            }
        }
    }
}

/// <summary>Which values are still wanted at the end of each block.</summary>
internal sealed class LiveSets
{
    private readonly Dictionary<ValueInfo, int> _numbers;
    private readonly Dictionary<FlowBlock, BitSet> _liveIn = [];

    public LiveSets(FlowGraph graph, Dictionary<ValueInfo, int> numbers)
    {
        _numbers = numbers;
        foreach (FlowBlock block in graph.Blocks)
            _liveIn[block] = new BitSet(numbers.Count);
        var blocks = Postorder(graph).ConvertAll(block => (Block: block, Ends: Ends(block)));
        bool changed = true;
        while (changed)
        {
            changed = false;
            foreach (var (block, (assigned, read)) in blocks)
            {
                BitSet live = AtEnd(block);
                foreach (int number in assigned)
                    live.Remove(number);
                foreach (int number in read)
                    live.Add(number);
                changed |= _liveIn[block].AddAll(live);
            }
        }
    }

    public BitSet AtEnd(FlowBlock block)
    {
        var live = new BitSet(_numbers.Count);
        foreach (FlowBlock next in block.Successors)
            live.AddAll(_liveIn[next]);
        return live;
    }

    /// <summary>Turns the values that are live after a step into those live before it.</summary>
    public void Before(FlowStep step, BitSet live)
    {
        foreach (ValueInfo definition in step.Definitions)
        {
            if (_numbers.TryGetValue(definition, out int number))
                live.Remove(number);
        }
        foreach (ValueInfo use in step.Uses)
        {
            if (_numbers.TryGetValue(use, out int number))
                live.Add(number);
        }
    }

    // Successors first, but for loops: each round then takes what is live through the whole program, and rounds are as many as loops are nested.
    private static List<FlowBlock> Postorder(FlowGraph graph)
    {
        var order = new List<FlowBlock>(graph.Blocks.Count);
        var seen = new HashSet<FlowBlock>();
        var open = new Stack<(FlowBlock Block, int Next)>();
        foreach (FlowBlock root in graph.Blocks)
        {
            if (seen.Add(root))
                open.Push((root, 0));
            while (open.Count > 0)
            {
                var (block, next) = open.Pop();
                if (next == block.Successors.Count)
                {
                    order.Add(block);
                    continue;
                }
                open.Push((block, next + 1));
                if (seen.Add(block.Successors[next]))
                    open.Push((block.Successors[next], 0));
            }
        }
        return order;
    }

    // What a block assigns, and what it reads before it assigns it.
    private (HashSet<int> Assigned, HashSet<int> Read) Ends(FlowBlock block)
    {
        HashSet<int> assigned = [], read = [];
        for (int i = block.Steps.Count - 1; i >= 0; i--)
        {
            foreach (ValueInfo definition in block.Steps[i].Definitions)
            {
                if (!_numbers.TryGetValue(definition, out int number))
                    continue;
                assigned.Add(number);
                read.Remove(number);
            }
            foreach (ValueInfo use in block.Steps[i].Uses)
            {
                if (_numbers.TryGetValue(use, out int number))
                    read.Add(number);
            }
        }
        return (assigned, read);
    }
}
