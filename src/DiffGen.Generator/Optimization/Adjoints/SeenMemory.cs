using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Analysis;
using DiffGen.Generator.Common;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization.Adjoints;

/// <summary>What an operation does to one element.</summary>
internal enum AccessKind
{
    Read,
    Add,
    Write,
    WriteZero,
}

/// <summary>An access to one element of memory that is seen.</summary>
internal sealed record ElementAccess(Op Op, AccessKind Kind, IrValue Buffer, IrValue Index, Section Place);

/// <summary>
/// Memory of numbers of which every access is seen: it is known under one name and views of that alone, and nothing else is handed it.
/// </summary>
internal sealed class SeenMemory
{
    private readonly MethodFacts _facts;
    private readonly LinearForms _forms;
    private readonly ScratchCoverage _coverage;
    private readonly HashSet<int> _hidden = new();
    private readonly Dictionary<int, LinearForm> _lengths = new();
    private readonly HashSet<int> _destinations;
    private readonly Dictionary<ForOp, LoopMemory> _loops = new(ReferenceComparer<ForOp>.Instance);

    public SeenMemory(CoreFunction core, MethodFacts facts)
    {
        _facts = facts;
        _forms = new LinearForms(facts, core.SameLengths);
        _coverage = new ScratchCoverage(facts, _forms);
        _destinations = new(core.SameLengths.Select(pair => pair.Destination.Id));
        Hide(core.Body);
        foreach (var memory in core.Parameters.Concat(OpShape.AllOps(core.Body).OfType<AllocateOp>().Select(made => made.Result)).Where(IsSeen))
            _lengths[memory.Id] = _forms.LengthOf(memory) ?? LinearForm.OfValue(Unknown(memory));
        Sections = new Sections(_forms, _lengths);
    }

    public Sections Sections { get; }

    /// <summary>Whether all that happens to the memory behind a reference is seen.</summary>
    public bool IsSeen(IrValue reference) =>
        reference.Type is BufferType { Rank: 1, Element: ScalarType { IsFloat: true } or LaneType { IsSet: false, IsSeries: false } } && !_hidden.Contains(_facts.Aliases.ClassOf(reference));

    /// <summary>Holds derivatives alone: what is done to it does not throw, and only what is read from it counts.</summary>
    public bool HoldsDerivatives(int memory) =>
        _destinations.Contains(memory) || _facts.OpOf(new IrValue(memory, IrType.I32, "")) is AllocateOp { IsShadow: true };

    /// <summary>The access to one element that an operation is, or null.</summary>
    public ElementAccess? AccessOf(Op op) => op switch
    {
        LoadOp o when IsSeen(o.Buffer) => Access(op, AccessKind.Read, o.Buffer, o.Indices[0]),
        AccumulateOp o when IsSeen(o.Buffer) => Access(op, AccessKind.Add, o.Buffer, o.Indices[0]),
        StoreOp o when IsSeen(o.Buffer) => Access(op, IsZero(o.Value) ? AccessKind.WriteZero : AccessKind.Write, o.Buffer, o.Indices[0]),
        _ => null,
    };

    /// <summary>The elements behind a reference, or null where it is a part of unknown length.</summary>
    public Section? Part(IrValue reference)
    {
        int memory = BaseOf(reference);
        if (IsWhole(reference))
            return Sections.Whole(memory);
        var start = _coverage.PlaceOf(reference).Starts.Aggregate(LinearForm.OfConstant(0), (sum, value) => sum.Plus(_forms.Of(value)));
        return _forms.LengthOf(reference) is { } length ? new Section(memory, start, start.Plus(length)) : null;
    }

    /// <summary>What the memory behind a reference was made or given as.</summary>
    public int BaseOf(IrValue reference) => _coverage.PlaceOf(reference).Base;

    /// <summary>Whether a value is the constant +0.</summary>
    public bool IsZero(IrValue value) => _facts.OpOf(value) is ConstantOp { Value: { IsOpaque: false, Bits: 0 } };

    /// <summary>Whether all elements of a set of sections can be named outside of a region.</summary>
    public bool IsVisibleOutside(Section section, Region region) =>
        IsDefinedOutside(section.Base, region) && section.From.Terms.Concat(section.To.Terms).All(term => IsDefinedOutside(term.Key, region));

    /// <summary>The memory that the operations of a region read or change.</summary>
    public HashSet<int> Touched(Region region) => new(OpShape.AllOps(region).SelectMany(TouchedBy));

    /// <summary>Memory that an operation itself makes, reads or changes.</summary>
    public IEnumerable<int> TouchedBy(Op op) =>
        op is LengthOp or SliceOp ? [] : OpShape.Operands(op).Concat(OpShape.Results(op)).Where(IsSeen).Select(BaseOf).Distinct();

    /// <summary>What a loop in which each iteration runs to the end of the body does to memory.</summary>
    public LoopMemory Of(ForOp loop)
    {
        if (!_loops.TryGetValue(loop, out var found))
            _loops[loop] = found = LoopMemory.Find(loop, this, _coverage, _forms, op => ReferenceEquals(_facts.NodeOf(op).Region, loop.Body));
        return found;
    }

    /// <summary>Whether a value exists outside of a region.</summary>
    public bool IsDefinedOutside(int valueId, Region region) =>
        valueId < 0 ? IsDefinedOutside(-1 - valueId, region) : !_facts.DefinitionOf(new IrValue(valueId, IrType.I32, "")).Node.IsWithin(_facts.NodeOf(region));

    private ElementAccess Access(Op op, AccessKind kind, IrValue buffer, IrValue index)
    {
        var (memory, starts) = _coverage.PlaceOf(buffer);
        return new(op, kind, buffer, index, Section.Element(memory, starts.Aggregate(_forms.Of(index), (sum, start) => sum.Plus(_forms.Of(start)))));
    }

    private bool IsWhole(IrValue reference)
    {
        while (_facts.OpOf(reference) is SliceOp { Start: null, Length: null } view)
            reference = view.Buffer;
        return _facts.OpOf(reference) is not SliceOp;
    }

    private void Hide(Region region)
    {
        foreach (var op in region.Ops)
        {
            // Lengths are learned from the first operation that names them.
            if (op is LengthOp length)
                _forms.Of(length.Result);
            foreach (var reference in References(op))
                _hidden.Add(_facts.Aliases.ClassOf(reference));
            foreach (var inner in OpShape.Regions(op))
            {
                HideAll(inner.Parameters);
                Hide(inner);
            }
        }
        HideAll(OpShape.Operands(region.End));
    }

    // References that an operation makes of others, or hands on.
    private static IEnumerable<IrValue> References(Op op)
    {
        var all = OpShape.Operands(op).Concat(OpShape.Results(op)).Where(value => value.Type is BufferType);
        return op switch
        {
            LengthOp or SliceOp or AllocateOp or FillOp or CopyOp => [],
            LoadOp o when o.Result.Type is not BufferType && o.Path.IsEmpty && o.Indices.Length == 1 => [],
            StoreOp o when o.Value.Type is not BufferType && o.Path.IsEmpty && o.Indices.Length == 1 => [],
            AccumulateOp o when o.Path.IsEmpty && o.Indices.Length == 1 => [],
            _ => all,
        };
    }

    private void HideAll(EquatableArray<IrValue> values)
    {
        foreach (var value in values.Where(value => value.Type is BufferType))
            _hidden.Add(_facts.Aliases.ClassOf(value));
    }

    // No value has a negative number: it stands for a length that nothing else names.
    private static int Unknown(IrValue memory) => -1 - memory.Id;
}
