using System.Linq;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization.Lanes;

// How differences spread through memory.
internal sealed partial class LaneFacts
{
    /// <summary>Visits an operation on memory; false if it is none.</summary>
    private bool Memory(Op op)
    {
        switch (op)
        {
            case LoadOp o:
                Load(o);
                return true;
            case StoreOp o:
                Write(o.Buffer, o.Indices, o.Path, o.Value, adds: false);
                return true;
            case AccumulateOp o:
                Write(o.Buffer, o.Indices, o.Path, o.Value, adds: true);
                return true;
            case LengthOp o:
                if (RowOf(o.Buffer) is { } measured)
                    _measured.Add(measured.Result.Id);
                if (_views.ContainsKey(o.Buffer.Id) && LengthOf(o.Buffer) is null)
                    throw new NoLanesException("the length of a view differs between iterations");
                return true;
            case SliceOp o:
                Slice(o);
                return true;
            case AllocateOp o:
                if (o.Sizes.Any(Differs) || o.Result.Type is BufferType { IsObject: true } || _masked > 0)
                    throw new NoLanesException("memory is made that differs between iterations");
                return true;
            case FillOp o:
                Fill(o);
                return true;
            case CopyOp o:
                Copy(o);
                return true;
            case TapePushOp o:
                Block(o.Result, o.Count, o.Block);
                return true;
            case TapePopOp o:
                Block(o.Result, o.Count, o.Block);
                return true;
            default:
                return false;
        }
    }

    /// <summary>The length that a view was made with, or null where it reaches as far as there is memory.</summary>
    public IrValue? LengthOf(IrValue view)
    {
        var made = _facts.OpOf(view) as SliceOp;
        while (made is { Start: null, Length: null })
            made = _facts.OpOf(made.Buffer) as SliceOp;
        return made?.Length;
    }

    private void Load(LoadOp op)
    {
        if (LoadFromRows(op))
            return;
        if (op.Indices.Any(IsLane))
        {
            Gather(op);
            return;
        }
        bool moves = op.Indices.Any(index => _strides.ContainsKey(index.Id)) || _views.ContainsKey(op.Buffer.Id);
        if (HoldsLanes(op.Buffer))
        {
            if (moves)
                throw new NoLanesException($"iterations read different places of '{op.Buffer.Name}'");
            if (op.Result.Type == IrType.Bool)
                MarkMask(op.Result);
            else
                MarkLane(op.Result);
            return;
        }
        if (!moves)
            return;
        if (op.Indices.Length != 1 || !op.Path.IsEmpty || !op.Result.Type.IsFloat && op.Result.Type != IrType.I32 || _roles.IsPrivate(ClassOf(op.Buffer)))
            throw new NoLanesException($"iterations read different places of '{op.Buffer.Name}'");
        if (!MoveOf(op.Buffer).Plus(StrideOf(op.Indices[0])).IsZero)
            MarkLane(op.Result);
    }

    private void Gather(LoadOp op)
    {
        if (op.Indices.Length != 1 || !op.Path.IsEmpty || op.Result.Type != IrType.F64 || _roles.IsOwn(ClassOf(op.Buffer)) || _roles.IsPrivate(ClassOf(op.Buffer)) && !HoldsLanes(op.Buffer))
            throw new NoLanesException($"iterations read places of '{op.Buffer.Name}' that differ");
        MarkLane(op.Result);
    }

    private void Scatter(IrValue buffer, Common.EquatableArray<IrValue> indices, Common.EquatableArray<string> path, IrValue value, bool adds)
    {
        bool isPrivate = _roles.IsPrivate(ClassOf(buffer));
        if (_roles.IsSeen(ClassOf(buffer)))
            throw new NoLanesException($"iterations write different places of '{buffer.Name}', which is read after the loop");
        if (indices.Length != 1 || !path.IsEmpty || value.Type != IrType.F64 || !isPrivate && !(adds && _roles.IsSums(ClassOf(buffer))))
            throw new NoLanesException($"iterations write places of '{buffer.Name}' that differ");
        if (isPrivate)
            MarkMemory(buffer);
    }

    private void Write(IrValue buffer, Common.EquatableArray<IrValue> indices, Common.EquatableArray<string> path, IrValue value, bool adds)
    {
        if (indices.Any(IsLane))
        {
            Scatter(buffer, indices, path, value, adds);
            return;
        }
        if (adds && AddsToPlace(buffer, indices, path, value))
            return;
        if (indices.Length != 1 || !path.IsEmpty || value.Type is BufferType)
            throw new NoLanesException($"'{buffer.Name}' is written where lanes cannot follow");
        bool moves = _strides.ContainsKey(indices[0].Id) || _views.ContainsKey(buffer.Id);
        if (!_roles.IsPrivate(ClassOf(buffer)))
        {
            if (!value.Type.IsFloat)
                throw new NoLanesException($"'{buffer.Name}' holds no numbers");
            return;
        }
        if (moves)
            throw new NoLanesException($"iterations write different places of '{buffer.Name}'");
        if (_strides.ContainsKey(value.Id) || IsLane(value) && value.Type == IrType.I32)
            throw new NoLanesException($"'{buffer.Name}' holds integers that differ between iterations");
        if (_masked > 0 && _roles.IsSeen(ClassOf(buffer)))
            throw new NoLanesException($"only some iterations write what is read of '{buffer.Name}' after the loop");
        if (IsLane(value) || IsMask(value) || _masked > 0)
            MarkMemory(buffer);
    }

    private void Slice(SliceOp op)
    {
        if (RowOf(op.Buffer) is { } row)
        {
            if (op.Start is not null || op.Length is not null)
                throw new NoLanesException($"a view of '{op.Buffer.Name}' differs between iterations");
            MarkRow(op.Result, row);
            return;
        }
        if (op.Start is { } place && IsLane(place))
            throw new NoLanesException($"a view of '{op.Buffer.Name}' starts where each iteration has computed");
        bool moves = _views.ContainsKey(op.Buffer.Id) || op.Start is { } start && _strides.ContainsKey(start.Id);
        if (!moves)
        {
            if (op.Length is { } uniform && Differs(uniform))
                throw new NoLanesException("the length of a view differs between iterations");
            return;
        }
        if (op.Length is { } length && Differs(length) || _roles.IsPrivate(ClassOf(op.Buffer)) || op.Result.Type is not BufferType { Rank: 1 } || op.Buffer.Type is not BufferType { Rank: 1 })
            throw new NoLanesException($"a view of '{op.Buffer.Name}' differs between iterations");
        var move = MoveOf(op.Buffer).Plus(op.Start is null ? Stride.Zero : StrideOf(op.Start));
        if (_views.TryGetValue(op.Result.Id, out var known) && !known.Equals(move))
            throw new NoLanesException($"a view of '{op.Buffer.Name}' differs between iterations");
        _changed |= !_views.ContainsKey(op.Result.Id);
        _views[op.Result.Id] = move;
    }

    private void Fill(FillOp op)
    {
        if (!_roles.IsPrivate(ClassOf(op.Buffer)) || op.Buffer.Type is BufferType { IsObject: true })
            throw new NoLanesException($"all of '{op.Buffer.Name}' is written");
        if (_masked > 0)
            throw new NoLanesException($"all of '{op.Buffer.Name}' is written in some iterations");
        if (op.Leaves.Any(Differs))
            MarkMemory(op.Buffer);
    }

    private void Copy(CopyOp op)
    {
        if (!_roles.IsPrivate(ClassOf(op.Destination)) || _masked > 0 || RowOf(op.Source) is not null)
            throw new NoLanesException($"all of '{op.Destination.Name}' is written");
        if (HoldsLanes(op.Source) || _views.ContainsKey(op.Source.Id))
            MarkMemory(op.Destination);
        else if (HoldsLanes(op.Destination) && !op.Source.Type.Equals(op.Destination.Type) && op.Source.Type is not BufferType { Rank: 1, Element: ScalarType })
            throw new NoLanesException($"'{op.Source.Name}' is copied to where lanes differ");
    }

    // The same block is pushed and popped, by references of their own.
    private void Block(IrValue reference, IrValue count, string block)
    {
        if (Differs(count))
            throw new NoLanesException("the size of what is saved differs between iterations");
        int own = ClassOf(reference);
        if (!_blocks.TryGetValue(block, out int first))
            _blocks[block] = own;
        else if (first != own && _memory.Contains(first) != _memory.Contains(own))
        {
            MarkClass(first);
            MarkClass(own);
        }
    }

    private void MarkClass(int memory) => _changed |= _memory.Add(memory);
}
