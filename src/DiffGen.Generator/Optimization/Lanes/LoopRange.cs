using DiffGen.Generator.Analysis;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization.Lanes;

/// <summary>
/// Which accesses <c>a[i + c]</c> of a loop over <c>i</c> are inside by the bounds of the loop, as in <c>for (int i = 1; i &lt; a.Length; i++) … a[i - 1]</c>. Memory is accessed
/// unchecked for it, so that nothing is believed of numbers that might not fit into their type.
/// </summary>
internal sealed class LoopRange(MethodFacts facts, ForOp loop)
{
    public bool IsInside(IrValue buffer, IrValue index)
    {
        if (Offset(index) is not { } offset)
            return false;
        var (least, last) = loop.Step > 0 ? (Of(loop.Start), Of(loop.End)) : (Of(loop.End), Of(loop.Start));
        // The end itself is not reached.
        long below = loop.Inclusive ? 0 : 1;
        var (afterLeast, beforeLast) = loop.Step > 0 ? (0L, below) : (below, 0L);
        if (least.Value is not null || least.Constant + afterLeast + offset < 0)
            return false;
        var length = LengthOf(buffer);
        long distance = length.Constant - 1 - (last.Constant - beforeLast + offset);
        // A length is never negative, so that a little less than it is a number of the type.
        return distance >= 0 && Equals(length.Value, last.Value) && (last.Value is null || length.Constant == 0 && last.Constant is <= 0 and > -int.MaxValue);
    }

    // The constant in an index that is the number of the iteration plus a constant.
    private long? Offset(IrValue index) =>
        index.Equals(loop.Induction) ? 0
        : facts.OpOf(index) is ApplyOp { Primitive: "add" or "sub", Checked: false } op && op.Arguments[0].Equals(loop.Induction)
            && facts.ConstantOf(op.Arguments[1]) is { IsOpaque: false } constant ? (op.Primitive == "add" ? constant.Bits : -constant.Bits)
        : null;

    // A value, or the length of memory that no operation gives a length, plus a constant.
    private (string? Value, long Constant) Of(IrValue value)
    {
        if (facts.ConstantOf(value) is { IsOpaque: false } constant)
            return (null, constant.Bits);
        switch (facts.OpOf(value))
        {
            case LengthOp { Dimension: 0 } length:
                return LengthOf(length.Buffer);
            case ApplyOp { Primitive: "sub" } op when facts.ConstantOf(op.Arguments[1]) is { IsOpaque: false } less && Of(op.Arguments[0]) is { Value: { } from, Constant: 0 }:
                return (from, -less.Bits);
            default:
                return ($"v{value.Id}", 0);
        }
    }

    private (string? Value, long Constant) LengthOf(IrValue buffer)
    {
        while (facts.OpOf(buffer) is SliceOp { Start: null, Length: null } view)
            buffer = view.Buffer;
        return facts.OpOf(buffer) switch
        {
            AllocateOp { Sizes.Length: 1 } made => Of(made.Sizes[0]),
            SliceOp { Length: { } size } => Of(size),
            _ => ($"length {buffer.Id}", 0),
        };
    }
}
