using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Differentiation;

// Shadows made where no memory of tangents came along.
internal sealed partial class ForwardTransform
{
    /// <summary>Fresh zeros in the shape of a buffer.</summary>
    private IrValue ZeroShadow(RegionBuilder builder, IrValue reference, IrType type)
    {
        var buffer = (BufferType)type;
        if (buffer.Kind == BufferKind.ReadOnlySpan)
            return Coerce(builder, ZeroShadow(builder, reference, buffer with { Kind = BufferKind.Span }), buffer);
        var shadow = _ids.Value(buffer, TangentName(reference));
        ShadowMemory.Zeros(builder, shadow, reference);
        return shadow;
    }

    /// <summary>The same shadow as another kind of reference; copied where C# has no conversion.</summary>
    private IrValue Coerce(RegionBuilder builder, IrValue shadow, IrType type)
    {
        if (shadow.Type.Equals(type))
            return shadow;
        var result = _ids.Value(type, shadow.Name);
        if (type is BufferType { Kind: BufferKind.Array, Rank: 1 })
        {
            builder.Add(new AllocateOp(result, [builder.Length(shadow)], Storage.Heap) { IsShadow = true });
            builder.Add(new CopyOp(shadow, result));
        }
        else
        {
            builder.Add(new SliceOp(result, shadow, null, null));
        }
        return result;
    }

    /// <summary>The shadow of a parameter from its tangent. Where shadows must be arrays and the tangent is a span, it is copied in, and out on return.</summary>
    private IrValue EnterShadow(RegionBuilder builder, IrValue parameter, IrValue tangent)
    {
        var shadow = Coerce(builder, tangent, _shadows.Of(parameter));
        if (shadow.Type is BufferType { Kind: BufferKind.Array } && tangent.Type is BufferType { Kind: BufferKind.Span })
            _copiedParameters.Add((shadow, tangent));
        return shadow;
    }
}
