using System.Collections.Generic;
using DiffGen.Generator.Analysis;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization.Lanes;

// Views whose start differs between lanes: lanes access the memory behind them, so that what views check by themselves has to be checked apart.
internal sealed partial class LaneWriter
{
    private readonly Dictionary<int, View> _views = new();
    private readonly LinearForms _forms;

    /// <param name="Root">The memory that it is a view of, as it is outside the loop.</param>
    /// <param name="Start">Where in the root the first lane's view starts.</param>
    /// <param name="First">The view of the first lane; null where no access can be the first to throw.</param>
    /// <param name="Last">The view of the last lane: those between lie between.</param>
    private sealed record View(IrValue Root, IrValue Start, IrValue? First, IrValue? Last);

    private bool IsView(IrValue reference) => !_facts.MoveOf(reference).IsZero || _views.ContainsKey(reference.Id);

    /// <summary>The memory that a reference is a view of, as it is outside the loop, and the place there of an element, as the first lane has it.</summary>
    private (IrValue Root, IrValue Index) Place(RegionBuilder builder, IrValue reference, IrValue index)
    {
        var place = Scalar(index);
        return _views.TryGetValue(reference.Id, out var view) ? (view.Root, builder.Apply("add", IrType.I32, view.Start, place)) : (Scalar(reference), place);
    }

    private void Slice(RegionBuilder builder, SliceOp op)
    {
        if (_facts.RowOf(op.Buffer) is { } row && !_facts.IsMeasured(row))
            return;
        if (!IsView(op.Result) && !IsView(op.Buffer))
        {
            builder.Add(op with
            {
                Buffer = Scalar(op.Buffer),
                Start = op.Start is null ? null : Scalar(op.Start),
                Length = op.Length is null ? null : Scalar(op.Length),
                Result = Define(op.Result),
            });
            return;
        }
        var zero = builder.Int(0);
        var outer = _views.TryGetValue(op.Buffer.Id, out var known) ? known : new View(Scalar(op.Buffer), zero, Scalar(op.Buffer), Scalar(op.Buffer));
        var offset = op.Start is null ? zero : Scalar(op.Start);
        var start = _views.ContainsKey(op.Buffer.Id) ? builder.Apply("add", IrType.I32, outer.Start, offset) : offset;
        if (op.IsShadow || outer.First is null || outer.Last is null)
        {
            _views[op.Result.Id] = new View(outer.Root, start, null, null);
            return;
        }
        if (_mask is not null)
            throw new NoLanesException($"some iterations only take a view of '{op.Buffer.Name}'");
        var stride = op.Start is null ? Stride.Zero : _facts.StrideOf(op.Start);
        _views[op.Result.Id] = new View(outer.Root, start, Part(builder, op, outer.First, offset), Part(builder, op, outer.Last, InLastLane(builder, offset, stride)));
    }

    private IrValue Part(RegionBuilder builder, SliceOp op, IrValue whole, IrValue start)
    {
        var part = _ids.Value(whole.Type is BufferType { Kind: BufferKind.Array } ? op.Result.Type : whole.Type, op.Result.Name);
        builder.Add(op with { Buffer = whole, Start = start, Length = op.Length is null ? null : Scalar(op.Length), Result = part });
        return part;
    }

    private IrValue InLastLane(RegionBuilder builder, IrValue value, Stride stride) =>
        stride.IsZero ? value : builder.Apply("add", IrType.I32, value, StrideValue(builder, stride.Times(_facts.Width - 1)));

    /// <summary>Throws where a lane's view does not have the element: the memory behind it may.</summary>
    private void CheckInside(RegionBuilder builder, IrValue reference, IrValue index)
    {
        if (!_views.TryGetValue(reference.Id, out var view) || view.First is null || view.Last is null || IsInside(reference, index))
            return;
        var stride = _facts.StrideOf(index);
        if (!stride.IsZero && _mask is not null)
            throw new NoLanesException($"some iterations only access '{reference.Name}'");
        var element = ((BufferType)reference.Type).Element;
        builder.Load(element, view.First, [Scalar(index)], default);
        if (!stride.IsZero)
            builder.Load(element, view.Last, [InLastLane(builder, Scalar(index), stride)], default);
    }

    private bool IsInside(IrValue reference, IrValue index)
    {
        if (_facts.LengthOf(reference) is not { } length)
            return false;
        var place = _forms.Of(index);
        return _forms.IsNotNegative(place) && _forms.IsNotNegative(_forms.Of(length).Plus(place, -1).Plus(LinearForm.OfConstant(-1)));
    }
}
