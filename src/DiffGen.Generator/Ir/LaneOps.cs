namespace DiffGen.Generator.Ir;

// Operations of loops that run several iterations at once, one per lane. Only the pass that makes such loops makes them.

/// <summary>Lane <c>l</c> reads <c>buffer[index + l * stride]</c>; lanes that the mask leaves out read nothing and are zero.</summary>
internal sealed record LaneLoadOp(IrValue Result, IrValue Buffer, IrValue Index, IrValue Stride, IrValue? Mask) : Op
{
    /// <summary>Known to lie inside: accessed without a check.</summary>
    public bool IsInside { get; init; }
}

/// <summary>Lane <c>l</c> reads <c>buffer[row + l * rowStride][column + l * columnStride]</c> of a jagged array, or that element of a rectangular one; lanes that the mask
/// leaves out read nothing and are zero.</summary>
internal sealed record LaneRowLoadOp(IrValue Result, IrValue Buffer, IrValue Row, IrValue RowStride, IrValue Column, IrValue ColumnStride, IrValue? Mask) : Op;

/// <summary>Lane <c>l</c> writes, or adds to, <c>buffer[index + l * stride]</c>, lane after lane; lanes that the mask leaves out do nothing.</summary>
internal sealed record LaneStoreOp(IrValue Buffer, IrValue Index, IrValue Stride, IrValue Value, IrValue? Mask, bool Adds) : Op
{
    /// <summary>Known to lie inside: accessed without a check.</summary>
    public bool IsInside { get; init; }

    /// <summary>The elements of lanes that the mask leaves out exist and are nobody else's: they may be written as they are.</summary>
    public bool Rewrites { get; init; }
}

/// <summary>Sums that the iterations of a loop in lanes add to, in front of the loop. <paramref name="Blocks"/>: how often the loop runs.
/// The result takes an <see cref="AccumulateOp"/> of lanes.</summary>
internal sealed record LaneSumsOp(IrValue Result, IrValue Buffer, IrValue Blocks) : Op;

/// <summary>Adds up what the lanes have collected, behind the loop.</summary>
internal sealed record FinishLaneSumsOp(IrValue Sums) : Op;

/// <summary>Lane <c>l</c> reads <c>buffer[indices[l]]</c>, or that lane of it where the memory holds lanes; the indices are integers in numbers of double precision.</summary>
internal sealed record LaneGatherOp(IrValue Result, IrValue Buffer, IrValue Indices, IrValue? Mask) : Op;

/// <summary>Lane <c>l</c> writes, or adds to, <c>buffer[indices[l]]</c>, lane after lane, or that lane of it where the memory holds lanes.</summary>
internal sealed record LaneScatterOp(IrValue Buffer, IrValue Indices, IrValue Value, IrValue? Mask, bool Adds) : Op;
