using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Analysis;

/// <summary>Facts about sections of memory: which part an iteration has filled before it reads it, and which part belongs to one iteration alone.</summary>
internal sealed class ScratchCoverage
{
    private readonly MethodFacts _facts;
    private readonly LinearForms _forms;

    public ScratchCoverage(MethodFacts facts, LinearForms forms)
    {
        _facts = facts;
        _forms = forms;
    }

    /// <summary>A filled section [From, To) of one buffer.</summary>
    private sealed record Section(int Base, LinearForm From, LinearForm To);

    /// <summary>Whether everything that a region reads of a class of memory was written earlier in the same run of the region.</summary>
    public bool FillsBeforeReading(Region region, int memoryClass)
    {
        var filled = new List<Section>();
        return Visit(region, memoryClass, filled);
    }

    private bool Visit(Region region, int memoryClass, List<Section> filled)
    {
        foreach (var op in region.Ops)
        {
            if (!VisitOp(op, memoryClass, filled))
                return false;
        }
        return true;
    }

    private bool VisitOp(Op op, int memoryClass, List<Section> filled)
    {
        switch (op)
        {
            case LoadOp load when IsOf(load.Buffer, memoryClass):
                return load.Result.Type is not BufferType && load.Indices.Length == 1 && IsFilled(load.Buffer, load.Indices[0], filled);
            case AccumulateOp sum when IsOf(sum.Buffer, memoryClass):
                return sum.Indices.Length == 1 && sum.Path.IsEmpty && IsFilled(sum.Buffer, sum.Indices[0], filled);
            case StoreOp store when IsOf(store.Buffer, memoryClass):
                if (store.Indices.Length == 1 && store.Path.IsEmpty)
                    AddElement(store, filled);
                return true;
            case FillOp fill when IsOf(fill.Buffer, memoryClass):
                AddWhole(fill.Buffer, filled);
                return true;
            case CopyOp copy when IsOf(copy.Source, memoryClass):
                return false;
            case CopyOp copy when IsOf(copy.Destination, memoryClass):
                return true;
            case CallOp or ForeignOp:
                return !OpShape.Operands(op).Any(value => value.Type is BufferType && IsOf(value, memoryClass));
            case IfOp choice:
                return Visit(choice.Then, memoryClass, [.. filled]) && Visit(choice.Else, memoryClass, [.. filled]);
            case ForOp loop:
                return VisitFor(loop, memoryClass, filled);
            case LoopOp loop:
                return Visit(loop.Body, memoryClass, [.. filled]);
            default:
                return true;
        }
    }

    // A loop that stores at its induction value in every iteration, unconditionally, fills the whole range.
    private bool VisitFor(ForOp loop, int memoryClass, List<Section> filled)
    {
        bool fillsRange = loop.Step == 1 && !Differentiation.LoopParts.Of(loop).HasBreak && !Optimization.CarriedValues.HasContinue(loop.Body, loop.Label);
        var (from, to) = Range(loop);
        var inside = new List<Section>(filled);
        // What an iteration finds there are the stores of those before it.
        if (fillsRange)
            AddRanges(loop, memoryClass, from, LinearForm.OfValue(loop.Induction.Id), inside);
        if (!Visit(loop.Body, memoryClass, inside))
            return false;
        if (fillsRange)
            AddRanges(loop, memoryClass, from, to, filled);
        return true;
    }

    private void AddRanges(ForOp loop, int memoryClass, LinearForm from, LinearForm to, List<Section> filled)
    {
        var elements = new List<Section>();
        foreach (var store in loop.Body.Ops.OfType<StoreOp>().Where(store => IsOf(store.Buffer, memoryClass) && store.Indices.Length == 1 && store.Path.IsEmpty))
            AddElement(store, elements);
        foreach (var element in elements)
        {
            if (element.From.CoefficientOf(loop.Induction.Id) != 1)
                continue;
            var offset = element.From.Plus(LinearForm.OfValue(loop.Induction.Id), -1);
            if (offset.Terms.All(term => IsDefinedOutside(term.Key, loop)))
                Add(new(element.Base, offset.Plus(from), offset.Plus(to)), filled);
        }
    }

    // Sections that meet are one section too, also where one of them is empty.
    private static void Add(Section section, List<Section> filled)
    {
        foreach (var other in filled.Where(other => other.Base == section.Base).ToList())
        {
            if (other.To.Same(section.From))
                filled.Add(new(section.Base, other.From, section.To));
            else if (section.To.Same(other.From))
                filled.Add(new(section.Base, section.From, other.To));
        }
        filled.Add(section);
    }

    private bool IsDefinedOutside(int valueId, ForOp loop) =>
        !_facts.DefinitionOf(new IrValue(valueId, IrType.I32, "")).Node.IsWithin(_facts.NodeOf(loop.Body));

    private (LinearForm From, LinearForm To) Range(ForOp loop) =>
        (_forms.Of(loop.Start), loop.Inclusive ? _forms.Of(loop.End).Plus(LinearForm.OfConstant(1)) : _forms.Of(loop.End));

    private bool IsFilled(IrValue buffer, IrValue index, List<Section> filled)
    {
        var place = Place(buffer, index);
        return filled.Any(section => section.Base == place.Base
            && (section.From.Same(place.Form)
                || (section.From.Same(LinearForm.OfConstant(0)) || _forms.IsNotNegative(place.Form.Plus(section.From, -1)))
                && (IsWholeLength(section) || _forms.IsNotNegative(section.To.Plus(place.Form, -1).Plus(LinearForm.OfConstant(-1))))));
    }

    // An access outside of the memory throws.
    private bool IsWholeLength(Section section) =>
        _facts.OpOf(new IrValue(section.Base, IrType.I32, "")) is AllocateOp { Sizes.Length: 1 } made && _forms.Of(made.Sizes[0]).Same(section.To);

    private void AddElement(StoreOp store, List<Section> filled)
    {
        var place = Place(store.Buffer, store.Indices[0]);
        Add(new(place.Base, place.Form, place.Form.Plus(LinearForm.OfConstant(1))), filled);
    }

    private void AddWhole(IrValue buffer, List<Section> filled)
    {
        if (_facts.OpOf(Unsliced(buffer)) is AllocateOp { Sizes.Length: 1 } allocate)
            filled.Add(new(allocate.Result.Id, LinearForm.OfConstant(0), _forms.Of(allocate.Sizes[0])));
    }

    private bool IsOf(IrValue buffer, int memoryClass) => _facts.Aliases.ClassOf(buffer) == memoryClass;

    private IrValue Unsliced(IrValue buffer)
    {
        while (_facts.OpOf(buffer) is SliceOp { Start: null, Length: null } view)
            buffer = view.Buffer;
        return buffer;
    }

    /// <summary>The buffer that a reference is a part of, and the place of an element in it.</summary>
    private (int Base, LinearForm Form) Place(IrValue buffer, IrValue index)
    {
        var form = _forms.Of(index);
        while (_facts.OpOf(buffer) is SliceOp slice)
        {
            if (slice.Start is not null)
                form = form.Plus(_forms.Of(slice.Start));
            buffer = slice.Buffer;
        }
        return (buffer.Id, form);
    }

    /// <summary>
    /// A text that is equal for two accesses of a loop if both are always to a place that belongs to their iteration; null if that cannot be shown.
    /// </summary>
    public string? OwnPlace(IrValue buffer, EquatableArray<IrValue> indices, ForOp loop)
    {
        for (int dimension = 0; dimension < indices.Length; dimension++)
        {
            if (indices.Length == 1 && RowOf(buffer, loop) is { } row)
                return row;
            var place = Place(buffer, indices[dimension]);
            long coefficient = place.Form.CoefficientOf(loop.Induction.Id);
            var rest = place.Form.Plus(LinearForm.OfValue(loop.Induction.Id), -coefficient);
            if (coefficient is 1 or -1 && rest.Terms.All(term => IsDefinedOutside(term.Key, loop)))
                return $"{place.Base}:{dimension}:{coefficient}:{rest.Constant}:{string.Join(",", rest.Terms.Select(t => $"{t.Key}*{t.Value}"))}";
            if (coefficient > 1 && _forms.IsNotNegative(rest) && _forms.IsNotNegative(LinearForm.OfConstant(coefficient - 1).Plus(rest, -1)))
                return $"{place.Base}:{dimension}:{coefficient}:block";
            if (BlockOf(place.Form, loop) is { } block)
                return $"{place.Base}:{dimension}:{block}";
        }
        return null;
    }

    /// <summary>
    /// The row of memory that belongs to an iteration of a loop, where rows follow the iterations' numbers and an access is always to the row of its
    /// iteration; null if that cannot be shown.
    /// </summary>
    public OwnRow? OwnRowOf(IrValue buffer, EquatableArray<IrValue> indices, ForOp loop)
    {
        for (int dimension = 0; dimension < indices.Length; dimension++)
        {
            var place = Place(buffer, indices[dimension]);
            if (indices.Length == 1 && RowStride(buffer, loop) is { } sliced)
                return new OwnRow(place.Base, 0, 1, sliced);
            long size = place.Form.CoefficientOf(loop.Induction.Id);
            var rest = place.Form.Plus(LinearForm.OfValue(loop.Induction.Id), -size);
            if (size >= 1 && _forms.IsNotNegative(rest) && _forms.IsNotNegative(LinearForm.OfConstant(size - 1).Plus(rest, -1)))
                return new OwnRow(place.Base, dimension, size, null);
            if (StrideOfBlock(place.Form, loop) is { } stride)
                return new OwnRow(place.Base, dimension, 1, stride);
        }
        return null;
    }

    /// <summary>The place of an element in the buffer that was made or given: an index, and the starts of the views on the way to be added to it.</summary>
    public (int Base, IReadOnlyList<IrValue> Starts) PlaceOf(IrValue buffer)
    {
        var starts = new List<IrValue>();
        while (_facts.OpOf(buffer) is SliceOp slice)
        {
            if (slice.Start is not null)
                starts.Add(slice.Start);
            buffer = slice.Buffer;
        }
        return (buffer.Id, starts);
    }

    // i * d + r with 0 <= r < d, where d does not change in the loop.
    private string? BlockOf(LinearForm form, ForOp loop) => StrideOfBlock(form, loop) is { } stride ? $"block of {stride.Id}" : null;

    private IrValue? StrideOfBlock(LinearForm form, ForOp loop)
    {
        foreach (var term in form.Terms)
        {
            if (term.Value != 1 || Stride(term.Key, loop) is not { } stride)
                continue;
            var rest = form.Plus(LinearForm.OfValue(term.Key), -1);
            if (_forms.IsNotNegative(rest) && _forms.IsNotNegative(_forms.Of(stride).Plus(rest, -1).Plus(LinearForm.OfConstant(-1))))
                return stride;
        }
        return null;
    }

    // d, where the value is i * d.
    private IrValue? Stride(int valueId, ForOp loop)
    {
        if (_facts.OpOf(new IrValue(valueId, IrType.I32, "")) is not ApplyOp { Primitive: "mul" } product)
            return null;
        for (int side = 0; side < 2; side++)
        {
            var factor = _forms.Of(product.Arguments[side]);
            var stride = product.Arguments[1 - side];
            if (factor.Same(LinearForm.OfValue(loop.Induction.Id)) && _forms.Of(stride).Terms.All(term => IsDefinedOutside(term.Key, loop)))
                return stride;
        }
        return null;
    }

    // A row that was sliced out as (i * d, d): every index into it stays inside.
    private string? RowOf(IrValue buffer, ForOp loop) => RowStride(buffer, loop) is { } stride ? $"{PlaceOf(buffer).Base}:0:block of {stride.Id}" : null;

    private IrValue? RowStride(IrValue buffer, ForOp loop)
    {
        buffer = Unsliced(buffer);
        if (_facts.OpOf(buffer) is not SliceOp { Start: { } start, Length: { } length } slice)
            return null;
        var place = Place(slice.Buffer, start);
        foreach (var term in place.Form.Terms)
        {
            if (term.Value == 1 && Stride(term.Key, loop) is { } stride && _forms.Of(stride).Same(_forms.Of(length))
                && place.Form.Plus(LinearForm.OfValue(term.Key), -1).Same(LinearForm.OfConstant(0)))
                return stride;
        }
        return null;
    }
}

/// <summary>A row of a buffer: elements whose index in <paramref name="Dimension"/>, divided by the size of a row, is the number of the row.</summary>
/// <param name="Size">Elements in a row where <paramref name="Stride"/> is null.</param>
/// <param name="Stride">Elements in a row.</param>
internal sealed record OwnRow(int Base, int Dimension, long Size, IrValue? Stride);
