using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Differentiation;

/// <summary>
/// What depends on the directions that a core is given: numbers, and memory that such numbers are written to. References that can be the
/// same are one class of memory; a block of the tape is known by its name, in the core that pushes it and in the one that pops it.
/// </summary>
internal sealed partial class WideningFacts
{
    private readonly CoreFunction _core;
    private readonly WideningForm _form;
    private readonly LaneWidth _width;
    private readonly Func<CallOp, WideningForm?> _formOf;
    private readonly SharedBlocks _shared;
    private readonly string _owner;
    private readonly Dictionary<int, Memory> _memories = new();
    private readonly HashSet<int> _lanes = new();
    private readonly Dictionary<int, ScalarKind> _masks = new();
    private readonly Dictionary<int, (EquatableArray<IrValue> Results, EquatableArray<IrValue> Carried)> _targets = new();

    /// <param name="formOf">For a call: which of its arguments and results come in lanes, or null where none does.</param>
    /// <param name="owner">The same for two cores where one takes from the tape what the other leaves there.</param>
    public WideningFacts(CoreFunction core, WideningForm form, LaneWidth width, Func<CallOp, WideningForm?> formOf, SharedBlocks shared, string owner)
    {
        _owner = owner;
        _core = core;
        _form = form;
        _width = width;
        _formOf = formOf;
        _shared = shared;
        for (int i = 0; i < core.Parameters.Length; i++)
        {
            if (form.Parameters[i])
                Mark(core.Parameters[i]);
        }
    }

    /// <summary>Memory that some references share.</summary>
    public sealed class Memory
    {
        private Memory? _joined;

        public Memory? RowsOrNull { get; set; }

        public bool HoldsLanes { get; set; }

        public Memory Root
        {
            get
            {
                var root = this;
                while (root._joined is { } next)
                    root = next;
                return root;
            }
        }

        public Memory Rows => Root.RowsOrNull ??= new Memory();

        public void JoinTo(Memory other) => _joined = other;
    }

    /// <summary>The blocks of the tape, which several cores know, and whether anything has been learnt since the last look.</summary>
    public sealed class SharedBlocks
    {
        private readonly Dictionary<(string Owner, string Name), Memory> _blocks = new();

        public bool Changed { get; set; }

        public Memory OfBlock(string owner, string name)
        {
            if (!_blocks.TryGetValue((owner, name), out var memory))
                _blocks[(owner, name)] = memory = new Memory();
            return memory;
        }
    }

    /// <summary>Finds all there is to find about cores that share blocks.</summary>
    public static void Solve(SharedBlocks shared, IReadOnlyList<WideningFacts> facts)
    {
        do
        {
            shared.Changed = false;
            foreach (var one in facts)
                one.Visit(one._core.Body, default);
        }
        while (shared.Changed);
    }

    public LaneWidth Width => _width;

    /// <summary>Whether a number depends on the directions.</summary>
    public bool IsLane(IrValue value) => _lanes.Contains(value.Id);

    public bool IsLane(Slot slot) => _lanes.Contains(slot.Id);

    /// <summary>Whether a condition depends on the directions, and of what kind the compared numbers are.</summary>
    public bool IsMask(IrValue value, out ScalarKind kind) => _masks.TryGetValue(value.Id, out kind);

    /// <summary>Whether the numbers behind a reference, through all rows, depend on the directions.</summary>
    public bool HoldsLanes(IrValue reference) => Innermost(MemoryOf(reference.Id), reference.Type).HoldsLanes;

    /// <summary>The type of a value once the directions are in lanes.</summary>
    public IrType TypeOf(IrValue value) => TypeOf(value.Id, value.Type);

    public IrType TypeOf(Slot slot) => TypeOf(slot.Id, slot.Type);

    private IrType TypeOf(int id, IrType type) => type switch
    {
        BufferType when !Innermost(MemoryOf(id), type).HoldsLanes => type,
        BufferType buffer => WithLanes(buffer, _width),
        ScalarType scalar when _lanes.Contains(id) => _width.TypeOf(scalar.Kind),
        _ when _masks.TryGetValue(id, out var kind) => _width.TypeOf(kind),
        _ => type,
    };

    /// <summary>The type of a buffer whose elements' derivatives come in lanes.</summary>
    public static IrType WithLanes(IrType type, LaneWidth width) => type is BufferType buffer
        ? buffer with { Element = buffer.Element is BufferType ? WithLanes(buffer.Element, width) : width.TypeOf(LaneLayout.Of(buffer.Element).Kind) }
        : type;

    private Memory MemoryOf(int id)
    {
        if (!_memories.TryGetValue(id, out var memory))
            _memories[id] = memory = new Memory();
        return memory.Root;
    }

    private Memory MemoryOf(IrValue reference) => MemoryOf(reference.Id);

    private static Memory Innermost(Memory memory, IrType type)
    {
        for (; type is BufferType { Element: BufferType row }; type = row)
            memory = memory.Rows;
        return memory.Root;
    }

    private void Join(Memory a, Memory b)
    {
        (a, b) = (a.Root, b.Root);
        if (ReferenceEquals(a, b))
            return;
        b.JoinTo(a);
        a.HoldsLanes |= b.HoldsLanes;
        _shared.Changed = true;
        if (b.RowsOrNull is { } rows)
        {
            if (a.RowsOrNull is { } own)
                Join(own, rows);
            else
                a.RowsOrNull = rows;
        }
    }

    private void Join(IrValue a, IrValue b) => Join(MemoryOf(a), MemoryOf(b));

    private void Hold(Memory memory)
    {
        _shared.Changed |= !memory.Root.HoldsLanes;
        memory.Root.HoldsLanes = true;
    }

    private void Mark(IrValue value)
    {
        if (value.Type is BufferType)
            Hold(Innermost(MemoryOf(value), value.Type));
        else if (value.Type.IsFloat)
            _shared.Changed |= _lanes.Add(value.Id);
    }

    private void Mark(Slot slot) => _shared.Changed |= _lanes.Add(slot.Id);
}
