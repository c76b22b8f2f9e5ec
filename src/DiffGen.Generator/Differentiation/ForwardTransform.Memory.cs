using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Differentiation;

// Memory: what happens to a buffer happens to its shadow, after the primal has done it and so has thrown what there is to throw.
internal sealed partial class ForwardTransform
{
    private IrValue Shadow(IrValue reference) => _tangents[reference.Id];

    private void Load(RegionBuilder builder, LoadOp op)
    {
        if (!HasTangent(op.Buffer) || !ElementPaths.Carries(op.Buffer, op.Path))
        {
            _tangents[op.Result.Id] = op.Result.Type is BufferType ? ZeroShadow(builder, op.Result, _shadows.Of(op.Result)) : builder.Float(0, op.Result.Type);
            return;
        }
        var element = _ids.Value(op.Result.Type, TangentName(op.Result));
        builder.Add(new LoadOp(element, Shadow(op.Buffer), op.Indices, op.Path) { IsShadow = true });
        _tangents[op.Result.Id] = op.Result.Type is BufferType ? Coerce(builder, element, _shadows.Of(op.Result)) : element;
    }

    private void Store(RegionBuilder builder, StoreOp op)
    {
        if (!ElementPaths.Carries(op.Buffer, op.Path) || !(op.Value.Type.IsFloat || op.Value.Type is BufferType && AbiTypes.IsActive(op.Value.Type)))
            return;
        builder.Add(new StoreOp(Shadow(op.Buffer), op.Indices, op.Path, Accompanying(builder, op.Value, op.Value.Type)));
    }

    private void Slice(RegionBuilder builder, SliceOp op)
    {
        var type = _shadows.Of(op.Result);
        if (!HasTangent(op.Buffer))
        {
            _tangents[op.Result.Id] = ZeroShadow(builder, op.Result, type);
            return;
        }
        var view = _ids.Value(type, TangentName(op.Result));
        builder.Add(new SliceOp(view, Shadow(op.Buffer), op.Start, op.Length) { IsShadow = true });
        _tangents[op.Result.Id] = view;
    }

    private void Allocate(RegionBuilder builder, AllocateOp op)
    {
        var type = _shadows.Of(op.Result);
        var shadow = _ids.Value(type, TangentName(op.Result));
        // A span cannot be made on the heap, and a shadow that is one never leaves the method.
        var storage = type.Kind == BufferKind.Span && op.Storage == Storage.Heap ? Storage.Scratch : op.Storage;
        builder.Add(new AllocateOp(shadow, op.Sizes, storage) { IsShadow = true });
        _tangents[op.Result.Id] = shadow;
    }

    private void Copy(RegionBuilder builder, CopyOp op)
    {
        var destination = Shadow(op.Destination);
        if (HasTangent(op.Source))
        {
            builder.Add(new CopyOp(Shadow(op.Source), destination));
            return;
        }
        var element = ((BufferType)op.Destination.Type).Element;
        var written = _ids.Value(new BufferType(element, BufferKind.Span), "");
        builder.Add(new SliceOp(written, destination, builder.Int(0), builder.Length(op.Source)));
        builder.Add(new FillOp(written, ZeroLeaves(builder, element)));
    }

    /// <summary>The tangents of the leaves of an element; leaves without any are filled with what the primal is filled with.</summary>
    private EquatableArray<IrValue> TangentLeaves(RegionBuilder builder, IrType element, EquatableArray<IrValue> leaves)
    {
        var carries = LeafCarries(element, carries: true).ToList();
        return Enumerable.Range(0, leaves.Length)
            .Select(i => !leaves[i].Type.IsFloat ? leaves[i] : carries[i] ? Tangent(builder, leaves[i]) : builder.Float(0, leaves[i].Type))
            .ToEquatableArray();
    }

    private EquatableArray<IrValue> ZeroLeaves(RegionBuilder builder, IrType element) => LeafTypes(element)
        .Select(type => type.IsFloat ? builder.Float(0, type)
            : type is ScalarType { Kind: ScalarKind.Bool } ? builder.Bool(false)
            : type is ScalarType scalar ? builder.Constant(Constant.OfInteger(scalar.Kind, 0))
            : builder.Constant(Constant.Opaque("default"), type))
        .ToEquatableArray();

    private static IEnumerable<IrType> LeafTypes(IrType type) =>
        type is StructType structure ? structure.Fields.SelectMany(field => LeafTypes(field.Type)) : [type];

    private static IEnumerable<bool> LeafCarries(IrType type, bool carries) =>
        type is StructType structure ? structure.Fields.SelectMany(field => LeafCarries(field.Type, carries && !field.NoDerivative)) : [carries];
}
