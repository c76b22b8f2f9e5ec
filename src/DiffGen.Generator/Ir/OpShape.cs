using System;
using System.Collections.Generic;
using DiffGen.Generator.Common;

namespace DiffGen.Generator.Ir;

/// <summary>What every operation has in common whatever it does: the values it makes, the values it reads, and the regions it owns.</summary>
internal static class OpShape
{
    private static readonly EquatableArray<Region> NoRegions = default;

    /// <summary>Values that the operation defines in the region that holds it.</summary>
    public static EquatableArray<IrValue> Results(Op op) => op switch
    {
        ConstantOp o => [o.Result],
        ApplyOp o => [o.Result],
        ForeignOp o => o.Results,
        StaticBufferOp o => [o.Result],
        LoadOp o => [o.Result],
        LengthOp o => [o.Result],
        SliceOp o => [o.Result],
        AllocateOp o => [o.Result],
        SelectOp o => [o.Result],
        CallOp o => o.Results,
        IfOp o => o.Results,
        BlockOp o => o.Results,
        ForOp o => o.Results,
        LoopOp o => o.Results,
        GetSlotOp o => [o.Result],
        TapePushOp o => [o.Result],
        TapePopOp o => [o.Result],
        ScratchMarkOp o => [o.Result],
        LaneLoadOp o => [o.Result],
        LaneRowLoadOp o => [o.Result],
        LaneGatherOp o => [o.Result],
        LaneSumsOp o => [o.Result],
        _ => default,
    };

    /// <summary>Values that the operation itself reads, in order of evaluation; not those read inside its regions.</summary>
    public static IReadOnlyList<IrValue> Operands(Op op) => op switch
    {
        ApplyOp o => o.Arguments,
        ForeignOp o => o.Arguments,
        LoadOp o => [o.Buffer, .. o.Indices],
        StoreOp o => [o.Buffer, .. o.Indices, o.Value],
        LengthOp o => [o.Buffer],
        SliceOp o => SliceOperands(o),
        AllocateOp o => o.Sizes,
        FillOp o => [o.Buffer, .. o.Leaves],
        CopyOp o => [o.Source, o.Destination],
        SelectOp o => [o.Condition, o.WhenTrue, o.WhenFalse],
        CallOp o => o.Arguments,
        IfOp o => [o.Condition],
        ForOp o => [.. o.Initial, o.Start, o.End],
        LoopOp o => o.Initial,
        SetSlotOp o => [o.Value],
        TapePushOp o => [o.Count],
        TapePopOp o => [o.Count],
        ScratchReleaseOp o => [o.Mark],
        AccumulateOp o => [o.Buffer, .. o.Indices, o.Value],
        LaneLoadOp o => [o.Buffer, o.Index, o.Stride, .. Optional(o.Mask)],
        LaneStoreOp o => [o.Buffer, o.Index, o.Stride, o.Value, .. Optional(o.Mask)],
        LaneRowLoadOp o => [o.Buffer, o.Row, o.RowStride, o.Column, o.ColumnStride, .. Optional(o.Mask)],
        LaneGatherOp o => [o.Buffer, o.Indices, .. Optional(o.Mask)],
        LaneScatterOp o => [o.Buffer, o.Indices, o.Value, .. Optional(o.Mask)],
        LaneSumsOp o => [o.Buffer, o.Blocks],
        FinishLaneSumsOp o => [o.Sums],
        _ => [],
    };

    /// <summary>Values that a terminator reads, in order of evaluation.</summary>
    public static EquatableArray<IrValue> Operands(Terminator end) => end switch
    {
        Yield e => e.Values,
        Break e => e.Values,
        Continue e => e.Values,
        Throw e => e.Arguments,
        _ => default,
    };

    /// <summary>The same terminator with other values.</summary>
    public static Terminator WithOperands(Terminator end, EquatableArray<IrValue> values) => end switch
    {
        Yield e => e with { Values = values },
        Break e => e with { Values = values },
        Continue e => e with { Values = values },
        Throw e => e with { Arguments = values },
        Unreachable => end,
        _ => throw new InvalidOperationException($"Unknown terminator {end.GetType().Name}."),
    };

    /// <summary>Every operation of a region, nested ones included, outer before inner, in order.</summary>
    public static IEnumerable<Op> AllOps(Region region)
    {
        foreach (Op op in region.Ops)
        {
            yield return op;
            foreach (Region inner in Regions(op))
            {
                foreach (Op nested in AllOps(inner))
                    yield return nested;
            }
        }
    }

    /// <summary>The regions that the operation owns.</summary>
    public static EquatableArray<Region> Regions(Op op) => op switch
    {
        IfOp o => [o.Then, o.Else],
        BlockOp o => [o.Body],
        ForOp o => [o.Body],
        LoopOp o => [o.Body],
        _ => NoRegions,
    };

    private static EquatableArray<IrValue> Optional(IrValue? value) => value is null ? default : [value];

    private static IReadOnlyList<IrValue> SliceOperands(SliceOp op)
    {
        var operands = new List<IrValue> { op.Buffer };
        if (op.Start is { } start)
            operands.Add(start);
        if (op.Length is { } length)
            operands.Add(length);
        return operands;
    }
}
