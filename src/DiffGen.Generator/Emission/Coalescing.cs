using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Emission;

/// <summary>
/// Gives values locals. Values share one where control flow copies one to the other, or where they are versions of one variable of the user,
/// provided that neither is assigned while the other is still wanted.
/// </summary>
internal sealed class Coalescing
{
    private readonly FlowGraph _graph;
    private readonly RegionNode _root;
    private readonly List<ValueInfo> _values = [];
    private readonly Dictionary<ValueInfo, int> _numbers = [];
    private readonly Dictionary<int, HashSet<int>> _conflicts = [];
    private readonly int[] _class;
    private readonly List<int>[] _members;
    private readonly string[] _names;
    private readonly bool[] _isInduction;
    private readonly bool[] _isBound;

    private Coalescing(BodyModel model, FlowGraph graph)
    {
        _graph = graph;
        _root = model.Root;
        foreach (ValueInfo info in model.Values)
        {
            if (!info.IsNeeded || info.IsInline || (info.Bound is not null && !info.IsAssignable))
                continue;
            _numbers[info] = _values.Count;
            _values.Add(info);
        }
        _class = Enumerable.Range(0, _values.Count).ToArray();
        _members = _class.Select(i => new List<int> { i }).ToArray();
        _names = _values.Select(v => v.Value.Name).ToArray();
        _isInduction = _values.Select(v => v.IsInduction).ToArray();
        _isBound = _values.Select(v => v.Bound is not null).ToArray();
    }

    /// <summary>The values of each local.</summary>
    public static List<List<ValueInfo>> Run(BodyModel model, FlowGraph graph)
    {
        var coalescing = new Coalescing(model, graph);
        coalescing.FindConflicts();
        foreach (var (target, source, _) in graph.Affinities.OrderByDescending(a => a.LoopDepth))
        {
            if (coalescing._numbers.TryGetValue(target, out int first) && coalescing._numbers.TryGetValue(source, out int second))
                coalescing.TryMerge(first, second);
        }
        coalescing.MergeVersions();
        return [.. coalescing._class.Distinct().Select(c => coalescing._members[c].Select(m => coalescing._values[m]).ToList())];
    }

    // Only values that may be merged with others at all are looked at: long straight code has none.
    private void FindConflicts()
    {
        var candidates = new BitSet(_values.Count);
        foreach (var (target, source, _) in _graph.Affinities)
        {
            Add(candidates, target);
            Add(candidates, source);
        }
        foreach (var group in _values.Where(v => v.Value.Name.Length > 0).GroupBy(v => v.Value.Name).Where(g => g.Count() > 1))
        {
            foreach (ValueInfo value in group)
                Add(candidates, value);
        }
        var liveSets = new LiveSets(_graph, _numbers);
        foreach (FlowBlock block in _graph.Blocks)
        {
            BitSet live = liveSets.AtEnd(block);
            for (int i = block.Steps.Count - 1; i >= 0; i--)
            {
                FlowStep step = block.Steps[i];
                for (int d = 0; d < step.Definitions.Count; d++)
                {
                    if (_numbers.TryGetValue(step.Definitions[d], out int defined) && candidates.Contains(defined))
                        AddConflicts(defined, step.Copies[d], live, candidates);
                }
                liveSets.Before(step, live);
            }
        }
        // Parameters are assigned at the start.
        if (_graph.Blocks.Count > 0)
        {
            BitSet entry = liveSets.AtEnd(new FlowBlock { Successors = { _graph.Blocks[0] } });
            foreach (ValueInfo bound in _values.Where(v => v.Bound is not null))
            {
                if (candidates.Contains(_numbers[bound]))
                    AddConflicts(_numbers[bound], null, entry, candidates);
            }
        }
    }

    private void Add(BitSet set, ValueInfo value)
    {
        if (_numbers.TryGetValue(value, out int number))
            set.Add(number);
    }

    private void AddConflicts(int defined, ValueInfo? copied, BitSet live, BitSet candidates)
    {
        int source = copied is not null && _numbers.TryGetValue(copied, out int number) ? number : -1;
        foreach (int other in live.Common(candidates))
        {
            if (other == defined || other == source)
                continue;
            Conflicts(defined).Add(other);
            Conflicts(other).Add(defined);
        }
    }

    private HashSet<int> Conflicts(int number)
    {
        if (!_conflicts.TryGetValue(number, out var set))
            _conflicts[number] = set = [];
        return set;
    }

    private bool TryMerge(int first, int second)
    {
        int a = _class[first], b = _class[second];
        if (a == b)
            return true;
        if (!CanMerge(a, b))
            return false;
        if (_names[a].Length == 0)
            _names[a] = _names[b];
        // The smaller set goes into the larger one, so that many merges do not copy the same conflicts again and again.
        var (larger, smaller) = Conflicts(a).Count >= Conflicts(b).Count ? (Conflicts(a), Conflicts(b)) : (Conflicts(b), Conflicts(a));
        larger.UnionWith(smaller);
        _conflicts[a] = larger;
        _isInduction[a] |= _isInduction[b];
        _isBound[a] |= _isBound[b];
        foreach (int member in _members[b])
        {
            _class[member] = a;
            _members[a].Add(member);
        }
        return true;
    }

    private bool CanMerge(int a, int b)
    {
        if (!_values[a].Value.Type.Equals(_values[b].Value.Type))
            return false;
        if (_names[a].Length > 0 && _names[b].Length > 0 && _names[a] != _names[b])
            return false;
        if (_isInduction[a] || _isInduction[b])
            return false;
        bool aIsBound = _isBound[a], bIsBound = _isBound[b];
        // A parameter is reused only where the user assigned it. A span is not: what it is assigned may live shorter than the parameter.
        bool isSpan = _values[a].Value.Type is BufferType { Kind: BufferKind.Span or BufferKind.ReadOnlySpan };
        if ((aIsBound || bIsBound) && (aIsBound == bIsBound || isSpan || _names[a] != _names[b]))
            return false;
        HashSet<int> conflicts = Conflicts(a);
        return !(conflicts.Count < _members[b].Count ? conflicts.Any(number => _class[number] == b) : _members[b].Any(conflicts.Contains));
    }

    private Place PlaceOf(int group) => _isBound[group]
        ? new Place(_root, -1, true)
        : Place.Of(_members[group].SelectMany(m => _graph.Occurrences[_values[m]]));

    // Versions of one variable in straight code: x = f(x).
    private void MergeVersions()
    {
        foreach (var group in _values.Where(v => v.Value.Name.Length > 0).GroupBy(v => v.Value.Name))
        {
            int[] classes = [.. group.Select(v => _class[_numbers[v]]).Distinct()];
            if (classes.Length < 2)
                continue;
            var places = classes.ToDictionary(c => c, PlaceOf);
            int[] ordered = [.. classes.OrderBy(c => places[c].Node.Depth)];
            for (int i = 1; i < ordered.Length; i++)
            {
                for (int j = 0; j < i; j++)
                {
                    int outer = _class[ordered[j]], inner = _class[ordered[i]];
                    if (outer == inner || !places[ordered[j]].Reaches(places[ordered[i]]))
                        continue;
                    if (TryMerge(outer, inner))
                        break;
                }
            }
        }
    }
}
