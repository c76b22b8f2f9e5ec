using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Analysis;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization.Lanes;

/// <summary>What a class of memory is to a loop whose iterations are to run side by side.</summary>
internal enum LaneMemoryRole
{
    /// <summary>Nothing that an iteration finds there comes from another one: each lane can have its own.</summary>
    Private,

    /// <summary>Only added to: the order is free.</summary>
    Sums,

    /// <summary>Every iteration reads and writes a place of its own.</summary>
    Own,
}

/// <summary>The roles of all memory that a loop writes; what it only reads has none.</summary>
internal sealed class LaneMemoryRoles
{
    private readonly MethodFacts _facts;
    private readonly ScratchCoverage _coverage;
    private readonly ForOp _loop;
    private readonly RegionNode _node;
    private readonly MemoryReferences _references;
    private readonly ILookup<int, Op> _inside;
    private readonly Dictionary<int, LaneMemoryRole> _roles = new();
    private readonly HashSet<int> _seen = new();

    /// <exception cref="NoLanesException">Iterations depend on each other through memory.</exception>
    public LaneMemoryRoles(MethodFacts facts, MemoryReferences references, ScratchCoverage coverage, ForOp loop)
    {
        _facts = facts;
        _coverage = coverage;
        _loop = loop;
        _node = facts.NodeOf(loop.Body);
        _references = references;
        _inside = references.In(loop.Body);
        foreach (var op in OpShape.AllOps(loop.Body))
        {
            foreach (var written in facts.Effects.Written(op))
                Add(facts.Aliases.ClassOf(written), written);
            if (op is TapePushOp push)
                Add(facts.Aliases.ClassOf(push.Result), push.Result);
            if (op is TapePopOp pop)
                Add(facts.Aliases.ClassOf(pop.Result), pop.Result);
            if (op is AllocateOp allocate)
                Add(facts.Aliases.ClassOf(allocate.Result), allocate.Result);
        }
        CheckTape(loop);
    }

    /// <summary>Some memory that lanes have their own of is looked at elsewhere: it must end up as the last iteration leaves it.</summary>
    public bool LastIterationIsSeen => _seen.Count > 0;

    /// <summary>Lanes have their own of this memory, and it is looked at elsewhere.</summary>
    public bool IsSeen(int memory) => _seen.Contains(memory);

    public bool IsPrivate(int memory) => _roles.TryGetValue(memory, out var role) && role == LaneMemoryRole.Private;

    /// <summary>The loop writes such memory.</summary>
    public bool IsWritten(int memory) => _roles.ContainsKey(memory);

    public bool IsOwn(int memory) => _roles.TryGetValue(memory, out var role) && role == LaneMemoryRole.Own;

    public bool IsSums(int memory) => _roles.TryGetValue(memory, out var role) && role == LaneMemoryRole.Sums;

    private void Add(int memory, IrValue reference)
    {
        if (!_roles.ContainsKey(memory))
            _roles[memory] = Find(memory, reference);
    }

    private LaneMemoryRole Find(int memory, IrValue reference)
    {
        bool isParameter = _facts.Parameters.Any(parameter => parameter.Type is BufferType && LeadsTo(_facts.Aliases.ClassOf(parameter), memory));
        if (!isParameter && _references.Of(memory).All(IsInside))
            return LaneMemoryRole.Private;
        if (IsOwn(_inside[memory]))
            return LaneMemoryRole.Own;
        if (!isParameter && _references.Of(memory).OfType<AllocateOp>().ToList() is { Count: > 0 } made && made.All(op => op.PrivateTo.Contains(_loop.Label)))
            return Private(memory);
        if (_inside[memory].All(op => op is AccumulateOp or SliceOp or LengthOp || op is LoadOp row && row.Result.Type is BufferType && _facts.Aliases.ClassOf(row.Result) == memory))
            return LaneMemoryRole.Sums;
        if (!isParameter && _coverage.FillsBeforeReading(_loop.Body, memory))
            return Private(memory);
        throw new NoLanesException($"an iteration may see what another one wrote to '{reference.Name}'");
    }

    // The memory itself, or rows behind it.
    private bool LeadsTo(int from, int memory)
    {
        for (int depth = 0; from != memory; depth++)
        {
            if (depth == 8 || !_facts.Aliases.HasRows(from))
                return false;
            from = _facts.Aliases.RowsOf(from);
        }
        return true;
    }

    private LaneMemoryRole Private(int memory)
    {
        if (_references.Of(memory).Any(op => !IsInside(op) && op is not (AllocateOp or SliceOp or LengthOp or FillOp)))
            _seen.Add(memory);
        return LaneMemoryRole.Private;
    }

    private bool IsOwn(IEnumerable<Op> accesses)
    {
        string? place = null;
        foreach (var op in accesses)
        {
            string? own = op switch
            {
                StoreOp o => _coverage.OwnPlace(o.Buffer, o.Indices, _loop),
                AccumulateOp o => _coverage.OwnPlace(o.Buffer, o.Indices, _loop),
                LoadOp o => _coverage.OwnPlace(o.Buffer, o.Indices, _loop),
                SliceOp or LengthOp => place ?? "",
                _ => null,
            };
            if (own is null || op is not (SliceOp or LengthOp) && place is not null && own != place)
                return false;
            if (op is not (SliceOp or LengthOp))
                place = own;
        }
        return true;
    }

    // What one iteration pushes another one must not pop.
    private static void CheckTape(ForOp loop)
    {
        var ops = OpShape.AllOps(loop.Body).ToList();
        var pushed = ops.OfType<TapePushOp>().Select(op => op.Block).ToList();
        var popped = ops.OfType<TapePopOp>().Select(op => op.Block).ToList();
        if (pushed.Except(popped).Any() || popped.Except(pushed).Any())
            throw new NoLanesException("iterations leave records for the reverse sweep, or take them");
    }

    private bool IsInside(Op op) => _facts.NodeOf(op).IsWithin(_node);
}
