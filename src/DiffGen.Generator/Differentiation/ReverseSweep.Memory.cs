using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Differentiation;

// Adjoints of memory: what a read adds to, what a write takes.
internal sealed partial class ReverseSweep
{
    private bool IsActiveMemory(IrValue buffer) => _view.Activity.IsActiveMemory(_view.Original(buffer));

    private void ReverseLoad(LoadOp op)
    {
        if (op.Result.Type is BufferType || !IsActiveMemory(op.Buffer) || FindAdjoint(_scope, op.Result) is not { } cotangent)
            return;
        var shadow = Shadow(op.Buffer);
        Builder.Add(new AccumulateOp(shadow, op.Indices.Map(Need), op.Path, cotangent));
    }

    private void ReverseStore(StoreOp op)
    {
        if (op.Value.Type is BufferType && _method.Parameters.Any(p => p.Type is BufferType && _view.ClassOf(p) == _view.ClassOf(op.Buffer)))
        {
            throw new UnsupportedDerivativeException(op.Ordinal,
                "it puts another array or object into a place that it is given, whose derivative would then belong to another one; copy the elements, or work on a local");
        }
        if (op.Value.Type is BufferType || !op.Value.Type.IsFloat || !IsActiveMemory(op.Buffer) || !ElementPaths.Carries(op.Buffer, op.Path))
            return;
        var shadow = Shadow(op.Buffer);
        var indices = op.Indices.Map(Need);
        if (Increment(op) is { } increment)
        {
            // a[i] += t: the adjoint of a[i] stays as it is.
            if (_view.IsActive(increment.Arguments[1]))
            {
                var passed = Builder.Load(op.Value.Type, shadow, indices, op.Path, AdjointName(op.Value));
                AddAdjoint(increment.Arguments[1], increment.Primitive == "add" ? passed : Builder.Apply("neg", passed.Type, passed));
            }
            return;
        }
        if (_view.IsActive(op.Value))
        {
            var cotangent = Builder.Load(op.Value.Type, shadow, indices, op.Path, AdjointName(op.Value));
            Builder.Add(new StoreOp(shadow, indices, op.Path, Zero(op.Value.Type)));
            AddAdjoint(op.Value, cotangent);
        }
        else
        {
            Builder.Add(new StoreOp(shadow, indices, op.Path, Zero(op.Value.Type)));
        }
    }

    /// <summary>The addition (or subtraction) of a store that only changes its element by something, or null.</summary>
    private ApplyOp? Increment(StoreOp store)
    {
        var facts = _view.Facts;
        var original = (StoreOp)_view.Original(store);
        if (_view.OpOf(store.Value) is not ApplyOp { Primitive: "add" or "sub" } sum || _view.OpOf(sum.Arguments[0]) is not LoadOp load
            || !load.Buffer.Equals(store.Buffer) || !load.Indices.Equals(store.Indices) || !load.Path.Equals(store.Path)
            || sum.Arguments[1].Equals(sum.Arguments[0]))
        {
            return null;
        }
        var node = facts.NodeOf(original);
        var read = _view.Original(load);
        bool alone = facts.UseCount(_view.Original(load.Result)) == 1 && facts.UseCount(_view.Original(store.Value)) == 1
            && ReferenceEquals(facts.NodeOf(read), node);
        int from = facts.PositionOf(read);
        int to = facts.PositionOf(original);
        bool undisturbed = facts.WritesTo(_view.ClassOf(store.Buffer)).All(write => write.Position <= from || write.Position >= to);
        return alone && undisturbed ? sum : null;
    }

    private void ReverseFill(FillOp op)
    {
        if (!IsActiveMemory(op.Buffer))
            return;
        var shadow = Shadow(op.Buffer);
        var paths = LeafPaths(((BufferType)op.Buffer.Type).Element);
        for (int leaf = 0; leaf < op.Leaves.Length; leaf++)
        {
            if (_view.IsActive(op.Leaves[leaf]))
                AddAdjoint(op.Leaves[leaf], SumOf(shadow, paths[leaf].Path, paths[leaf].Type));
        }
        ClearShadow(shadow);
    }

    /// <summary>Sets a shadow to zero. A gradient overwrites its destinations, but only when the primal sweep has run without an exception.</summary>
    public void ClearShadow(IrValue shadow)
    {
        if (shadow.Type is BufferType { IsObject: true })
        {
            Builder.Add(new FillOp(shadow, default));
            return;
        }
        if (((BufferType)shadow.Type).Element is BufferType row)
        {
            var body = new RegionBuilder(_ids);
            var index = _ids.Value(IrType.I32, "i");
            InBuilder(body, () => ClearShadow(body.Load(row, shadow, [index], default)));
            Builder.Add(new ForOp(default, _ids.Label(), index, Builder.Int(0), Builder.Length(shadow), 1, false, default, body.Finish(new Yield(default))));
            return;
        }
        var paths = LeafPaths(((BufferType)shadow.Type).Element);
        var zeros = new List<IrValue>();
        foreach (var (_, type) in paths)
            zeros.Add(Builder.Constant(type is ScalarType scalar ? Constant.OfInteger(scalar.Kind, 0) : Constant.Opaque("default"), type));
        Builder.Add(new FillOp(shadow, zeros.ToEquatableArray()));
    }

    // Memory for adjoints that the primal sweep made once, for all pullbacks: as it was before the first of them.
    private void ClearPair(AllocateOp op)
    {
        // What collects the derivative of a parameter is filled from its destination whenever the reverse sweep begins.
        if (CopiedDestinations.Any(copied => _view.PairOf(copied.Parameter)?.Id == _view.Original(op.Result).Id))
            return;
        if (ReferenceEquals(_view.Original(op), op))
            ClearShadow(Need(op.Result));
    }

    private IrValue SumOf(IrValue buffer, EquatableArray<string> path, IrType type)
    {
        var zero = Zero(type);
        var sum = _ids.Value(type, "sum");
        var result = _ids.Value(type, "sum");
        var body = new RegionBuilder(_ids);
        var index = _ids.Value(IrType.I32, "i");
        var next = body.Apply("add", type, sum, body.Load(type, buffer, [index], path));
        Builder.Add(new ForOp([result], _ids.Label(), index, Builder.Int(0), Builder.Length(buffer), 1, false, [zero], body.Finish(new Yield([next]), sum)));
        return result;
    }

    private void ReverseCopy(CopyOp op)
    {
        if (!IsActiveMemory(op.Destination))
            return;
        var destination = Shadow(op.Destination);
        var length = CanReach(_scope, op.Source)
            ? Measure(_scope, new LengthOp(_ids.Value(IrType.I32), op.Source, 0))
            : NeedLengthByShadow(op.Source);
        var part = _ids.Value(ShadowType(destination.Type));
        Builder.Add(new SliceOp(part, destination, null, length));
        if (!IsActiveMemory(op.Source))
        {
            ClearShadow(part);
            return;
        }
        var source = Shadow(op.Source);
        var incoming = part;
        if (_view.ClassOf(op.Source) == _view.ClassOf(op.Destination))
        {
            // The two may overlap: what comes in is set aside before anything changes.
            incoming = _ids.Value(part.Type, "incoming");
            Builder.Add(new AllocateOp(incoming, [length], Storage.Scratch) { IsShadow = true });
            FrameScopeOrSelf(_scope).TakesScratch = true;
            Builder.Add(new CopyOp(part, incoming));
            ClearShadow(part);
            AddInto(source, incoming, length);
            return;
        }
        AddInto(source, incoming, length);
        ClearShadow(part);
    }

    private IrValue NeedLengthByShadow(IrValue buffer)
    {
        if (Size(buffer, 0) is { } size)
            return Need(size);
        return Builder.Length(Shadow(buffer));
    }

    /// <summary>Appends <c>for (i …) target[i] += addend[i]</c>, for every floating-point leaf.</summary>
    public void AddInto(IrValue target, IrValue addend, IrValue length)
    {
        var body = new RegionBuilder(_ids);
        var index = _ids.Value(IrType.I32, "i");
        var type = (BufferType)target.Type;
        if (type.Element is BufferType)
        {
            var row = body.Load(type.Element, target, [index], default);
            var added = body.Load(type.Element, addend, [index], default);
            InBuilder(body, () => AddInto(row, added, body.Length(added)));
        }
        else if (type.Rank == 2)
        {
            var inner = new RegionBuilder(_ids);
            var column = _ids.Value(IrType.I32, "j");
            AccumulateLeaves(inner, type.Element, target, addend, [index, column]);
            body.Add(new ForOp(default, _ids.Label(), column, body.Int(0), body.Length(addend, 1), 1, false, default, inner.Finish(new Yield(default))));
        }
        else
        {
            AccumulateLeaves(body, type.Element, target, addend, [index]);
        }
        Builder.Add(new ForOp(default, _ids.Label(), index, Builder.Int(0), length, 1, false, default, body.Finish(new Yield(default))));
    }

    private void InBuilder(RegionBuilder builder, Action build)
    {
        var outer = _scope;
        _scope = new ReverseScope(outer, outer.Primal, outer.Frame, builder);
        build();
        _scope = outer;
    }

    private static void AccumulateLeaves(RegionBuilder builder, IrType element, IrValue target, IrValue addend, EquatableArray<IrValue> indices)
    {
        foreach (var (path, type) in LeafPaths(element))
        {
            if (type.IsFloat)
                builder.Add(new AccumulateOp(target, indices, path, builder.Load(type, addend, indices, path)));
        }
    }

    /// <summary>The scalars of an element, in order.</summary>
    private static List<(EquatableArray<string> Path, IrType Type)> LeafPaths(IrType element)
    {
        var leaves = new List<(EquatableArray<string>, IrType)>();
        Collect(element, default);
        return leaves;

        void Collect(IrType type, EquatableArray<string> path)
        {
            if (type is not StructType structure)
            {
                leaves.Add((path, type));
                return;
            }
            foreach (var field in structure.Fields)
                Collect(field.Type, path.Add(field.Name));
        }
    }
}
