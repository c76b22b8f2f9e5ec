using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Analysis;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;
using DiffGen.Generator.Optimization.Jam;

namespace DiffGen.Generator.Optimization.Lanes;

/// <summary>
/// What differs between the iterations of a loop that is to run several of them at once: a fixed point over its values, its references and the
/// memory that it uses. A value is the same for all lanes, or an integer that grows evenly from lane to lane, or a number or condition per lane.
/// </summary>
internal sealed partial class LaneFacts
{
    // No vector has fewer lanes.
    private const int FewestIterations = 8;

    private readonly MethodFacts _facts;
    private readonly LaneMemoryRoles _roles;
    private readonly bool _anyOrder;
    private readonly Dictionary<int, Stride> _strides = new();
    private readonly Dictionary<int, Stride> _views = new();
    private readonly HashSet<int> _lanes = new();
    private readonly HashSet<int> _masks = new();
    private readonly HashSet<int> _slots = new();
    private readonly HashSet<int> _memory = new();
    private readonly Dictionary<string, int> _blocks = new();
    private readonly Dictionary<int, (EquatableArray<IrValue> Results, EquatableArray<IrValue> Carried)> _targets = new();
    private readonly HashSet<int> _outerSlots;
    private bool _changed;
    private readonly bool _isFinal;
    private int _masked;

    /// <param name="anyOrder">All sums may be taken in any order.</param>
    /// <exception cref="NoLanesException">The iterations cannot run side by side.</exception>
    public LaneFacts(MethodFacts facts, LaneMemoryRoles roles, ForOp loop, bool anyOrder)
    {
        _facts = facts;
        _roles = roles;
        _anyOrder = anyOrder;
        Loop = loop;
        _outerSlots = new(OpShape.AllOps(loop.Body).OfType<SlotOp>().Select(op => op.Slot.Id));
        if (loop.Induction.Type != IrType.I32)
            throw new NoLanesException("the loop does not count in int");
        if (facts.ConstantOf(loop.Start) is { IsOpaque: false } first && facts.ConstantOf(loop.End) is { IsOpaque: false } last
            && System.Math.Abs(last.Bits - first.Bits) + (loop.Inclusive ? 1 : 0) < FewestIterations * System.Math.Abs(loop.Step))
            throw new NoLanesException("it has too few iterations");
        _strides[loop.Induction.Id] = new Stride(loop.Step > 0 ? loop.Step : -loop.Step, null);
        Carried = CarriedKinds();
        if (Carried.Count(kind => kind == CarriedLanes.OrderedSum) >= JamWriter.Iterations && SumLoop.AreShortTerms(loop))
            throw new NoLanesException("it takes several sums in their order, and does little else");
        do
        {
            _changed = false;
            VisitBody();
        }
        while (_changed);
        _isFinal = true;
        VisitBody();
        Width = HasDoubles() ? 8 : 16;
        if (Width != 8 && OpShape.AllOps(loop.Body).Any(op => OpShape.Results(op).Any(value => value.Type == IrType.I32 && IsLane(value))))
            throw new NoLanesException("integers differ between iterations beside numbers of single precision");
        if (!OpShape.AllOps(loop.Body).Any(op => OpShape.Results(op).Any(IsLane)))
            throw new NoLanesException("no number differs between iterations");
    }

    public ForOp Loop { get; }

    /// <summary>All sums may be taken in any order.</summary>
    public bool AnyOrder => _anyOrder;

    /// <summary>Iterations that run at once.</summary>
    public int Width { get; }

    /// <summary>What becomes of each value that the loop carries.</summary>
    public EquatableArray<CarriedLanes> Carried { get; }

    /// <summary>What the loop looks for among its iterations.</summary>
    public EquatableArray<LaneSearch> Searches { get; private set; }

    public LaneMemoryRoles Roles => _roles;

    /// <summary>A number per lane.</summary>
    public bool IsLane(IrValue value) => _lanes.Contains(value.Id);

    /// <summary>A condition per lane.</summary>
    public bool IsMask(IrValue value) => _masks.Contains(value.Id);

    public bool IsLane(Slot slot) => _slots.Contains(slot.Id);

    /// <summary>How an integer grows from lane to lane; zero if it is the same for all.</summary>
    public Stride StrideOf(IrValue value) => _strides.TryGetValue(value.Id, out var stride) ? stride : Stride.Zero;

    /// <summary>How the start of a view moves from lane to lane.</summary>
    public Stride MoveOf(IrValue reference) => _views.TryGetValue(reference.Id, out var stride) ? stride : Stride.Zero;

    /// <summary>Every lane has memory of its own behind the reference.</summary>
    public bool HoldsLanes(IrValue reference) => _memory.Contains(ClassOf(reference));

    public int ClassOf(IrValue reference) => _facts.Aliases.ClassOf(reference);

    /// <summary>Whether the value differs between lanes in any way.</summary>
    public bool Differs(IrValue value) => IsLane(value) || IsMask(value) || _strides.ContainsKey(value.Id) || _views.ContainsKey(value.Id) || _rows.ContainsKey(value.Id);

    // Numbers that are the same for all lanes count where they meet lanes: in memory and in sums.
    private bool HasDoubles() =>
        OpShape.AllOps(Loop.Body).SelectMany(op => OpShape.Results(op)).Concat(OpShape.AllOps(Loop.Body).SelectMany(OpShape.Operands))
            .Any(value => IsLane(value) && value.Type == IrType.F64 || value.Type is BufferType { Element: ScalarType { Kind: ScalarKind.F64 } } && HoldsLanes(value))
        || OpShape.AllOps(Loop.Body).Any(op => op is StoreOp { Value.Type: var stored } && stored == IrType.F64 || op is AccumulateOp { Value.Type: var added } && added == IrType.F64)
        || Loop.Body.Parameters.Any(parameter => parameter.Type == IrType.F64);

    private void MarkLane(IrValue value)
    {
        if (!value.Type.IsFloat && value.Type != IrType.I32)
            throw new NoLanesException($"'{value.Name}' differs between iterations and is no number");
        _changed |= _lanes.Add(value.Id);
    }

    private void MarkMask(IrValue value) => _changed |= _masks.Add(value.Id);

    private void MarkMemory(IrValue reference)
    {
        if (!_roles.IsPrivate(ClassOf(reference)))
            throw new NoLanesException($"iterations share '{reference.Name}'");
        if (reference.Type is not BufferType { Rank: 1, Element: ScalarType { Kind: ScalarKind.F64 or ScalarKind.F32 or ScalarKind.Bool }, Kind: BufferKind.Span or BufferKind.ReadOnlySpan })
            throw new NoLanesException($"'{reference.Name}' cannot hold lanes");
        _changed |= _memory.Add(ClassOf(reference));
    }

    private void MarkStride(IrValue value, Stride stride)
    {
        if (IsLane(value))
            return;
        if (!value.Type.IsInteger || value.Type is not ScalarType { Kind: ScalarKind.I32 or ScalarKind.I64 })
            throw new NoLanesException($"'{value.Name}' differs between iterations and is no index");
        if (_strides.TryGetValue(value.Id, out var known))
        {
            if (!known.Equals(stride))
                throw new NoLanesException($"'{value.Name}' does not grow evenly");
            return;
        }
        if (stride.IsZero)
            return;
        _strides[value.Id] = stride;
        _changed = true;
    }

    /// <summary>A value is handed on to where another one stands.</summary>
    private void Flow(IrValue from, IrValue to, bool chosen = false)
    {
        if (from.Type is BufferType)
        {
            if (Differs(from) || Differs(to) || chosen)
                throw new NoLanesException($"the reference '{to.Name}' differs between iterations");
        }
        else if (from.Type.IsFloat)
        {
            if (chosen || IsLane(from))
                MarkLane(to);
        }
        else if (from.Type == IrType.Bool)
        {
            if (chosen || IsMask(from))
                MarkMask(to);
        }
        else if (IsLane(to) || IsLane(from) || chosen && !from.Equals(to))
        {
            MarkLane(to);
        }
        else if (_strides.TryGetValue(from.Id, out var stride))
        {
            if (stride.Factor is { } factor && !_facts.DefinitionOf(to).Node.IsWithin(_facts.DefinitionOf(factor).Node))
                throw new NoLanesException($"what '{to.Name}' grows by is not known outside");
            MarkStride(to, stride);
        }
        else if (_isFinal && _strides.ContainsKey(to.Id))
        {
            throw new NoLanesException($"'{to.Name}' does not grow evenly");
        }
    }

    private void Flow(EquatableArray<IrValue> from, EquatableArray<IrValue> to, bool chosen = false)
    {
        // Fewer values stand only where control never arrives.
        for (int i = 0; i < from.Length && i < to.Length; i++)
            Flow(from[i], to[i], chosen);
    }
}

/// <summary>What becomes of a value that a loop in lanes carries.</summary>
internal enum CarriedLanes
{
    /// <summary>An integer that every iteration adds the same to.</summary>
    Counter,

    /// <summary>A sum in any order: each lane has a part of it.</summary>
    Sum,

    /// <summary>A sum in the order of the iterations.</summary>
    OrderedSum,

    /// <summary>A maximum or minimum: each lane has that of its own iterations.</summary>
    Extreme,

    /// <summary>The best of what the iterations compute, or what goes with it: each lane has the best of its own iterations.</summary>
    Search,
}
