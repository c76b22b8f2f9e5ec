using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization.Lanes;

// Memory that lanes share, and memory of which each has its own.
internal sealed partial class LaneWriter
{
    private readonly Dictionary<int, IrValue> _sums = new();

    private void Memory(RegionBuilder builder, Op op)
    {
        switch (op)
        {
            case LoadOp o:
                Load(builder, o);
                break;
            case StoreOp o:
                Store(builder, o);
                break;
            case AccumulateOp o:
                Accumulate(builder, o);
                break;
            case LengthOp o when IsView(o.Buffer):
                _values[o.Result.Id] = Scalar(_facts.LengthOf(o.Buffer)!);
                break;
            case LengthOp o:
                builder.Add(o with { Buffer = Scalar(o.Buffer), Result = Define(o.Result) });
                break;
            case SliceOp o:
                Slice(builder, o);
                break;
            case AllocateOp o:
                var storage = o.Storage == Storage.Stack && _facts.HoldsLanes(o.Result) ? Storage.Scratch : o.Storage;
                builder.Add(o with { Sizes = Scalars(o.Sizes), Result = Define(o.Result), Storage = storage });
                break;
            case FillOp o:
                var leaves = o.Leaves.Map(leaf => !_facts.HoldsLanes(o.Buffer) ? Scalar(leaf) : leaf.Type == IrType.Bool ? Mask(builder, leaf) : Lanes(builder, leaf));
                builder.Add(o with { Buffer = Scalar(o.Buffer), Leaves = leaves });
                break;
            case CopyOp o:
                Copy(builder, o);
                break;
            case TapePushOp o:
                builder.Add(o with { Count = Scalar(o.Count), Result = Define(o.Result) });
                break;
            case TapePopOp o:
                builder.Add(o with { Count = Scalar(o.Count), Result = Define(o.Result) });
                break;
            default:
                throw new NoLanesException($"{op.GetType().Name} does not run in lanes");
        }
    }

    private void Load(RegionBuilder builder, LoadOp op)
    {
        if (LoadFromRows(builder, op))
            return;
        if (op.Indices.Length == 1 && _facts.IsLane(op.Indices[0]))
        {
            var (memory, places) = Places(builder, op.Buffer, op.Indices[0]);
            builder.Add(new LaneGatherOp(Define(op.Result), memory, places, _mask ?? _counting));
            return;
        }
        var stride = op.Indices.Length == 1 ? _facts.MoveOf(op.Buffer).Plus(_facts.StrideOf(op.Indices[0])) : Stride.Zero;
        if (op.Indices.Length == 1)
            CheckInside(builder, op.Buffer, op.Indices[0]);
        if (stride.IsZero)
        {
            var (buffer, index) = op.Indices.Length == 1 ? Place(builder, op.Buffer, op.Indices[0]) : (Scalar(op.Buffer), Scalar(op.Buffer));
            builder.Add(op with { Buffer = buffer, Indices = op.Indices.Length == 1 ? [index] : Scalars(op.Indices), Result = Define(op.Result) });
            return;
        }
        if (!stride.IsOne && FromRow(builder, op, inside => Strided(inside, op, stride)) is { } element)
            _values[op.Result.Id] = element;
        else
            _values[op.Result.Id] = Strided(builder, op, stride);
    }

    private IrValue Strided(RegionBuilder builder, LoadOp op, Stride stride)
    {
        var (root, first) = Place(builder, op.Buffer, op.Indices[0]);
        var step = StrideValue(builder, stride);
        var mask = _mask is { } lanes && !lanes.Type.Equals(LanesOf(op.Result.Type)) ? builder.Apply("convert", LanesOf(op.Result.Type), lanes) : _mask;
        var result = _ids.Value(LanesOf(op.Result.Type), op.Result.Name);
        builder.Add(new LaneLoadOp(result, root, first, step, mask) { IsInside = IsInside(op.Buffer, op.Indices[0], stride) });
        return result;
    }

    // What every iteration accesses can be checked for all of them at once.
    private bool IsInside(IrValue reference, IrValue index, Stride stride) =>
        stride.IsOne && _mask is null && _nest.Count == 0 && _checks is not null && _checks.Covers(reference, index);

    /// <summary>The memory that a reference is a view of, and the place there of an element for each lane.</summary>
    private (IrValue Root, IrValue Indices) Places(RegionBuilder builder, IrValue reference, IrValue index)
    {
        var lanes = Lanes(builder, index);
        if (!_views.TryGetValue(reference.Id, out var view))
            return (Scalar(reference), lanes);
        var start = builder.Apply(LanePrimitives.Ramp, lanes.Type, view.Start, StrideValue(builder, _facts.MoveOf(reference)));
        return (view.Root, builder.Apply("add", lanes.Type, start, lanes));
    }

    private void Store(RegionBuilder builder, StoreOp op)
    {
        if (_facts.IsLane(op.Indices[0]))
        {
            Scatter(builder, op.Buffer, op.Indices[0], op.Value, adds: false);
            return;
        }
        if (_facts.Roles.IsPrivate(_facts.ClassOf(op.Buffer)))
        {
            var buffer = Scalar(op.Buffer);
            var indices = Scalars(op.Indices);
            if (!_facts.HoldsLanes(op.Buffer))
            {
                builder.Add(op with { Buffer = buffer, Indices = indices, Value = Scalar(op.Value) });
                return;
            }
            var value = op.Value.Type == IrType.Bool ? Mask(builder, op.Value) : Lanes(builder, op.Value);
            if (_mask is { } mask)
                value = Choose(builder, mask, value, builder.Load(value.Type, buffer, indices, default));
            builder.Add(op with { Buffer = buffer, Indices = indices, Value = value });
            return;
        }
        CheckInside(builder, op.Buffer, op.Indices[0]);
        Share(builder, op.Buffer, op.Indices[0], op.Value, adds: false);
    }

    // What several lanes add to need not be among the sums of lanes: it goes where those will be added to.
    private void Scatter(RegionBuilder builder, IrValue reference, IrValue index, IrValue value, bool adds)
    {
        var (root, places) = _facts.HoldsLanes(reference) ? (Scalar(reference), Lanes(builder, index)) : Places(builder, reference, index);
        builder.Add(new LaneScatterOp(root, places, Lanes(builder, value), _mask ?? _counting, adds));
    }

    private void Accumulate(RegionBuilder builder, AccumulateOp op)
    {
        if (_facts.IsLane(op.Indices[0]))
        {
            Scatter(builder, op.Buffer, op.Indices[0], op.Value, adds: true);
            return;
        }
        if (_facts.Roles.IsPrivate(_facts.ClassOf(op.Buffer)) && !_facts.HoldsLanes(op.Buffer))
        {
            builder.Add(op with { Buffer = Scalar(op.Buffer), Indices = Scalars(op.Indices), Value = Scalar(op.Value) });
            return;
        }
        if (_facts.Roles.IsPrivate(_facts.ClassOf(op.Buffer)))
        {
            builder.Add(op with { Buffer = Scalar(op.Buffer), Indices = Scalars(op.Indices), Value = Taking(builder, op.Value) });
            return;
        }
        if (op.Indices.Length == 1 && !_facts.MoveOf(op.Buffer).Plus(_facts.StrideOf(op.Indices[0])).IsZero)
        {
            Share(builder, op.Buffer, op.Indices[0], op.Value, adds: true);
            return;
        }
        if (!_facts.Roles.IsSums(_facts.ClassOf(op.Buffer)))
            throw new NoLanesException($"iterations share a place of '{op.Buffer.Name}'");
        var (root, index) = SumPlace(builder, op.Buffer, op.Indices);
        if (_sums.TryGetValue(root.Id, out var sums))
            builder.Add(op with { Buffer = sums, Indices = [index], Value = Taking(builder, op.Value) });
        else
            builder.Add(op with { Buffer = Scalar(op.Buffer), Indices = Scalars(op.Indices), Value = builder.Apply(LanePrimitives.Sum, op.Value.Type, Taking(builder, op.Value)) });
    }

    /// <summary>The lanes that take part add their numbers, the others zero.</summary>
    private IrValue Taking(RegionBuilder builder, IrValue value)
    {
        var lanes = Lanes(builder, value);
        return (_mask ?? _counting) is { } mask ? Choose(builder, mask, lanes, ZeroLanes(builder, lanes.Type)) : lanes;
    }

    // The sums belong to the memory as it is known outside the loop; what is sliced inside is a place in it.
    private (IrValue Root, IrValue Index) SumPlace(RegionBuilder builder, IrValue reference, EquatableArray<IrValue> indices)
    {
        var place = Scalar(indices[0]);
        if (indices.Length == 2 && _columns.TryGetValue(reference.Id, out var columns))
            return (reference, builder.Apply("add", IrType.I32, builder.Apply("mul", IrType.I32, place, columns), Scalar(indices[1])));
        while (_method.OpOf(reference) is SliceOp slice && _method.NodeOf(slice).IsWithin(_method.NodeOf(_loop.Body)))
        {
            if (slice.Start is { } start)
                place = builder.Apply("add", IrType.I32, Scalar(start), place);
            reference = slice.Buffer;
        }
        return (reference, place);
    }

    private void Share(RegionBuilder builder, IrValue reference, IrValue index, IrValue value, bool adds)
    {
        var stride = _facts.MoveOf(reference).Plus(_facts.StrideOf(index));
        if (stride.IsZero)
            throw new NoLanesException($"iterations share a place of '{reference.Name}'");
        var lanes = Lanes(builder, value);
        var (root, first) = Place(builder, reference, index);
        var taking = _mask ?? _counting;
        var mask = taking is { } all && !all.Type.Equals(lanes.Type) ? builder.Apply("convert", lanes.Type, all) : taking;
        builder.Add(new LaneStoreOp(root, first, StrideValue(builder, stride), lanes, mask, adds) { IsInside = IsInside(reference, index, stride), Rewrites = _mask is null && _counting is not null });
    }

    private void Copy(RegionBuilder builder, CopyOp op)
    {
        if (!_facts.HoldsLanes(op.Destination) || _facts.HoldsLanes(op.Source))
        {
            builder.Add(op with { Source = Scalar(op.Source), Destination = Scalar(op.Destination) });
            return;
        }
        var count = IsView(op.Source) ? Scalar(_facts.LengthOf(op.Source) ?? throw new NoLanesException("the length of a view differs between iterations")) : builder.Length(Scalar(op.Source));
        CheckRoom(builder, count, Scalar(op.Destination));
        var index = _ids.Value(IrType.I32);
        var body = new RegionBuilder(_ids);
        var element = ((BufferType)op.Source.Type).Element;
        var (root, place) = Place(body, op.Source, index);
        IrValue value;
        if (_facts.MoveOf(op.Source) is { IsZero: false } move)
        {
            value = _ids.Value(LanesOf(element));
            body.Add(new LaneLoadOp(value, root, place, StrideValue(body, move), null));
        }
        else
        {
            value = body.Apply("broadcast", LanesOf(element), body.Load(element, root, [place], default));
        }
        body.Add(new StoreOp(Scalar(op.Destination), [index], default, value));
        builder.Add(new ForOp(default, _ids.Label(), index, builder.Int(0), count, 1, false, default, body.Finish(new Yield(default))));
    }

    // As the copy itself does.
    private void CheckRoom(RegionBuilder builder, IrValue count, IrValue destination)
    {
        var isTooLong = builder.Apply("gt", IrType.Bool, count, builder.Length(destination));
        var thrown = new Throw("new global::System.ArgumentException(\"Destination is too short.\")", default, -1, -1);
        builder.Add(new IfOp(default, isTooLong, new Region(default, default, thrown), new Region(default, default, new Yield(default))));
    }
}
