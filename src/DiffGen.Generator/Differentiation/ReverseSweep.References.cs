using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Differentiation;

// References in the reverse sweep: primal buffers, their shadows, and lengths.
internal sealed partial class ReverseSweep
{
    /// <summary>Whether a primal reference can be had in the reverse sweep at all.</summary>
    private bool CanReach(ReverseScope scope, IrValue buffer)
    {
        if (!_view.IsPrimal(buffer))
            return true;
        var op = _view.OpOf(buffer);
        // A loop further in, which is only being judged: what it defines can be had if it can be made again.
        if (FindHome(scope, buffer) is not { } home)
            return CanMakeAgain(scope, op);
        if (home.Available.ContainsKey(buffer.Id))
            return true;
        if (op is null)
            return home.Parent is null ? home.Frame.Kind == FrameKind.Direct || _givenBuffers.Contains(buffer.Id) : IsInScope(home);
        return home.Frame.Kind == FrameKind.Direct || CanMakeAgain(home, op);
    }

    private bool CanMakeAgain(ReverseScope home, Op? op) => op switch
    {
        SliceOp slice => CanReach(home, slice.Buffer),
        LoadOp row => IsReadable(home, row),
        SelectOp select => CanReach(home, select.WhenTrue) && CanReach(home, select.WhenFalse),
        StaticBufferOp or ConstantOp => true,
        _ => false,
    };

    private IrValue NeedBuffer(ReverseScope scope, IrValue buffer)
    {
        if (!_view.IsPrimal(buffer))
            return buffer;
        var home = Home(scope, buffer);
        if (home.Available.TryGetValue(buffer.Id, out var available))
            return available;
        if (IsInScope(home) || home.Parent is null && _givenBuffers.Contains(buffer.Id))
            return buffer;
        return home.Available[buffer.Id] = MaterialiseBuffer(home, buffer);
    }

    private IrValue MaterialiseBuffer(ReverseScope home, IrValue buffer)
    {
        var op = _view.OpOf(buffer);
        // An array can be kept on the tape, and a view of it be made again.
        if (CanMakeAgain(home, op) || op is SliceOp { Buffer.Type: BufferType { Kind: BufferKind.Array or BufferKind.Object } })
        {
            var copier = new RegionRewriter(_ids) { Free = operand => Need(home, operand) };
            home.Builder.Add(copier.Copy(op!));
            return copier.Map(buffer);
        }
        if (home.Frame.Kind == FrameKind.Direct || buffer.Type is BufferType { Kind: BufferKind.Array or BufferKind.Array2D or BufferKind.Object })
            return ReadSaved(home, buffer);
        // Private scratch is filled before it is read: any memory of that size will do.
        if (op is AllocateOp allocate)
            return AllocateIn(home, buffer.Type, allocate, buffer.Name, isShadow: false);
        throw new UnsupportedDerivativeException(op?.Ordinal ?? -1,
            $"the span '{buffer.Name}' changes from iteration to iteration in a way that cannot be followed backwards; index one buffer instead of moving a span");
    }

    private bool CanMeasure(ReverseScope home, LengthOp length) =>
        CanReach(home, length.Buffer) || Size(length.Buffer, length.Dimension) is not null;

    private IrValue Measure(ReverseScope home, LengthOp length)
    {
        if (Size(length.Buffer, length.Dimension) is { } size)
            return Need(home, size);
        var result = _ids.Value(length.Result.Type, length.Result.Name);
        home.Builder.Add(length with { Result = result, Buffer = NeedBuffer(home, length.Buffer) });
        return result;
    }

    /// <summary>The value that was given as the size of a buffer when it was made, or null.</summary>
    private IrValue? Size(IrValue buffer, int dimension) => _view.OpOf(buffer) switch
    {
        AllocateOp allocate when dimension >= 0 && allocate.Sizes[dimension].Type == IrType.I32 => allocate.Sizes[dimension],
        SliceOp { Length: { } length } => length,
        SliceOp { Start: null } slice => Size(slice.Buffer, dimension),
        _ => null,
    };

    private static BufferType ShadowType(IrType type)
    {
        var buffer = (BufferType)type;
        return buffer.IsFlat ? new BufferType(buffer.Element, BufferKind.Span) : buffer;
    }

    /// <summary>The memory that holds the adjoints of a buffer's elements.</summary>
    private IrValue Shadow(IrValue buffer) => Shadow(_scope, buffer);

    private IrValue Shadow(ReverseScope scope, IrValue buffer)
    {
        buffer = _view.Represented(buffer);
        if (_shadowParameters.TryGetValue(buffer.Id, out var given))
            return given;
        var home = Home(scope, buffer);
        if (!home.Shadows.TryGetValue(buffer.Id, out var shadow))
        {
            home.Shadows[buffer.Id] = shadow = MakeShadow(home, buffer);
            _memoryOfShadow[shadow.Id] = _view.ClassOf(buffer);
        }
        return shadow;
    }

    private IrValue MakeShadow(ReverseScope home, IrValue buffer)
    {
        if (_view.PairOf(buffer) is { } pair)
            return Need(home, pair);
        string name = AdjointName(buffer);
        switch (_view.OpOf(buffer))
        {
            case null when home.Parent is null:
                return ShadowOfInactiveParameter(home, buffer, name);
            case AllocateOp allocate when !((BufferType)buffer.Type).HoldsReferences:
                return AllocateIn(home, ShadowType(buffer.Type), allocate, name, isShadow: true);
            case SliceOp slice:
                var whole = Shadow(home, slice.Buffer);
                if (slice.Start is null && slice.Length is null)
                    return whole;
                var part = _ids.Value(ShadowType(buffer.Type), name);
                home.Builder.Add(new SliceOp(part, whole, slice.Start is null ? null : Need(home, slice.Start), slice.Length is null ? null : Need(home, slice.Length)));
                return part;
            case LoadOp row when _view.IsStableAfter(row, row.Buffer, JointRoot(home).Primal):
                var shadowRow = _ids.Value(buffer.Type, name);
                home.Builder.Add(new LoadOp(shadowRow, Shadow(home, row.Buffer), row.Indices.Map(index => Need(home, index)), row.Path));
                return shadowRow;
            case SelectOp select:
                var chosen = _ids.Value(ShadowType(buffer.Type), name);
                home.Builder.Add(new SelectOp(chosen, Need(home, select.Condition), Shadow(home, select.WhenTrue), Shadow(home, select.WhenFalse)));
                return chosen;
            case ConstantOp:
                var none = _ids.Value(ShadowType(buffer.Type), name);
                home.Builder.Add(new ConstantOp(none, Constant.Opaque("default")));
                return none;
            case var op:
                throw new UnsupportedDerivativeException(op?.Ordinal ?? -1,
                    $"the buffer '{buffer.Name}' cannot be followed backwards through this operation");
        }
    }

    // Memory that is not active at the interface but carries derivatives inside: a scratch buffer of the caller.
    private IrValue ShadowOfInactiveParameter(ReverseScope home, IrValue buffer, string name)
    {
        var type = (BufferType)buffer.Type;
        if (type.IsObject && CanReach(home, buffer))
        {
            var instance = _ids.Value(type, name);
            home.Builder.Add(new AllocateOp(instance, [NeedBuffer(home, buffer)], Storage.Heap) { IsShadow = true });
            return instance;
        }
        if (type.HoldsReferences || type.IsObject)
            throw new UnsupportedDerivativeException(-1, $"'{buffer.Name}' is not active but active values are written to memory that it leads to");
        var sizes = Enumerable.Range(0, type.Rank).Select(dimension =>
        {
            if (!CanReach(home, buffer) && _givenSizes.TryGetValue(buffer.Id, out var known))
                return Need(home, known[dimension]);
            var size = _ids.Value(IrType.I32);
            home.Builder.Add(new LengthOp(size, NeedBuffer(home, buffer), dimension));
            return size;
        }).ToEquatableArray();
        var shadow = _ids.Value(ShadowType(type), name);
        home.Builder.Add(new AllocateOp(shadow, sizes, Storage.Scratch) { IsShadow = true });
        return shadow;
    }

    private IrValue AllocateIn(ReverseScope home, IrType type, AllocateOp allocate, string name, bool isShadow)
    {
        var memory = _ids.Value(type, name);
        var storage = ((BufferType)type).IsObject ? Storage.Heap : Storage.Scratch;
        home.Builder.Add(new AllocateOp(memory, allocate.Sizes.Map(size => Need(home, size)), storage) { IsShadow = isShadow });
        FrameScopeOrSelf(home).TakesScratch |= storage == Storage.Scratch;
        return memory;
    }

    // The loop body (or root) whose iteration the memory lives for.
    private static ReverseScope FrameScopeOrSelf(ReverseScope scope)
    {
        while (!scope.IsLoopBody && scope.Parent is not null)
            scope = scope.Parent;
        return scope;
    }
}
