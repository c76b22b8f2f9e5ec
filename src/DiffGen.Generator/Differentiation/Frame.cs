using System.Collections.Generic;
using System.Globalization;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Differentiation;

/// <summary>How values travel from the primal sweep to the reverse sweep.</summary>
internal enum FrameKind
{
    /// <summary>Both sweeps stand in one scope: values of its own region are simply there, those of branches go through local slots.</summary>
    Direct,

    /// <summary>A counted loop: one block per value, indexed by the iteration. Where the loop stands in one scope with its mirror, the blocks are
    /// workspace; else they are blocks of the tape, and the loop holds no inner records.</summary>
    Arrays,

    /// <summary>One record on the tape per iteration (or per call, for a callee's own values), pushed at its end.</summary>
    Record,
}

/// <summary>A primal value that the reverse sweep gets through storage.</summary>
/// <param name="Slot">The local that carries it within the sweep, where one is needed.</param>
/// <param name="Reader">Record: the value read back at the start of the mirrored region. Arrays: the block, popped in front of the reverse loop.</param>
internal sealed record SavedValue(IrValue Value, Slot Slot, IrValue Reader)
{
    /// <summary>The name of a block of the tape that begins with the value.</summary>
    public string Block => Value.Id.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Storage for the values of one region and its branches, up to the next loop.</summary>
internal sealed class Frame
{
    private readonly Dictionary<int, SavedValue> _byValue = new();
    private readonly List<SavedValue> _saved = new();

    public Frame(FrameKind kind, Region root)
    {
        Kind = kind;
        Root = root;
    }

    public FrameKind Kind { get; }

    /// <summary>The loop body, method body or copied body whose values it holds.</summary>
    public Region Root { get; }

    /// <summary>In the order in which they were asked for; blocks are pushed in this order and popped in the opposite one.</summary>
    public IReadOnlyList<SavedValue> Saved => _saved;

    public SavedValue? Find(IrValue value) => _byValue.TryGetValue(value.Id, out var saved) ? saved : null;

    public SavedValue Save(IrValue value, IdSource ids)
    {
        if (_byValue.TryGetValue(value.Id, out var known))
            return known;
        string name = value.Name.Length > 0 ? value.Name : "saved";
        var readerType = Kind == FrameKind.Arrays ? new BufferType(value.Type, BufferKind.Span) : value.Type;
        var readerName = Kind == FrameKind.Arrays ? name + "Tape" : name;
        var saved = new SavedValue(value, ids.Slot(value.Type, name), ids.Value(readerType, readerName));
        _byValue[value.Id] = saved;
        _saved.Add(saved);
        return saved;
    }
}

/// <summary>How one loop is run by the two sweeps.</summary>
internal sealed class LoopPlan
{
    public LoopPlan(Frame frame, bool fused)
    {
        Frame = frame;
        IsFused = fused;
    }

    public Frame Frame { get; }

    /// <summary>The primal sweep runs the loop for its results alone; the reverse sweep runs it again, iteration by iteration.</summary>
    public bool IsFused { get; }

    /// <summary>Where the loop's blocks are workspace that both sweeps see; null for blocks of the tape.</summary>
    public LoopBlocks? Blocks { get; set; }

    /// <summary>The number of iterations that were entered, counted by the primal sweep; null where it is known from the bounds or not needed.</summary>
    public IrValue? Count { get; set; }
}
