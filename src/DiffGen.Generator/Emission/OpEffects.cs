using System;
using DiffGen.Generator.Ir;
using DiffGen.Generator.Rules;

namespace DiffGen.Generator.Emission;

/// <summary>What keeps two operations in their order.</summary>
[Flags]
internal enum Effect
{
    None = 0,

    /// <summary>Reads memory that others may write.</summary>
    Reads = 1,

    /// <summary>Writes memory, moves the tape, or runs unknown code.</summary>
    Writes = 2,

    /// <summary>Throws for an index out of range: two such may change places, for either way the caller sees the same exception.</summary>
    IndexFault = 4,

    /// <summary>May throw something else, or leave the region.</summary>
    Fault = 8,

    ReadsSlot = 16,
    WritesSlot = 32,
}

/// <summary>The effects of operations, nested regions included.</summary>
internal static class OpEffects
{
    public static Effect Of(Op op) => op switch
    {
        ConstantOp or StaticBufferOp or LengthOp or SelectOp or CommentOp or SlotOp => Effect.None,
        ApplyOp o => MayThrow(o) ? Effect.Fault : Effect.None,
        ForeignOp { IsPure: true, IsTotal: true, Results.Length: 1 } => Effect.None,
        ForeignOp { IsPure: true, Results.Length: 1 } => Effect.Fault,
        LaneLoadOp { IsInside: true } => Effect.Reads,
        LoadOp or LaneLoadOp or LaneRowLoadOp or LaneGatherOp => Effect.Reads | Effect.IndexFault,
        SliceOp o => o.Start is null && o.Length is null ? Effect.None : Effect.Fault,
        AllocateOp => Effect.Fault | Effect.Writes,
        GetSlotOp => Effect.ReadsSlot,
        SetSlotOp => Effect.WritesSlot,
        LaneStoreOp { IsInside: true } => Effect.Writes,
        StoreOp or AccumulateOp or LaneStoreOp or LaneScatterOp or FillOp or CopyOp => Effect.Writes | Effect.IndexFault,
        IfOp or BlockOp or ForOp or LoopOp => OfRegions(op),
        _ => Effect.Reads | Effect.Writes | Effect.Fault,
    };

    public static bool Commute(Effect first, Effect second)
    {
        const Effect anyFault = Effect.IndexFault | Effect.Fault;
        const Effect memory = Effect.Reads | Effect.Writes | anyFault;
        if (first.HasFlag(Effect.Writes) && (second & memory) != 0 || second.HasFlag(Effect.Writes) && (first & memory) != 0)
            return false;
        if (first.HasFlag(Effect.Fault) && (second & anyFault) != 0 || second.HasFlag(Effect.Fault) && (first & anyFault) != 0)
            return false;
        const Effect slots = Effect.ReadsSlot | Effect.WritesSlot;
        return !(first.HasFlag(Effect.WritesSlot) && (second & slots) != 0 || second.HasFlag(Effect.WritesSlot) && (first & slots) != 0);
    }

    /// <summary>Whether the operation is printed although nobody wants its results.</summary>
    public static bool MustRun(Op op) => op switch
    {
        IfOp or BlockOp or ForOp or LoopOp or SlotOp or CommentOp or LoadOp => true,
        AllocateOp => false,
        ForeignOp { IsPure: true, IsGuard: false, Results.Length: 1 } => false,
        _ => (Of(op) & (Effect.Writes | Effect.WritesSlot | Effect.Fault)) != 0,
    };

    private static Effect OfRegions(Op op)
    {
        Effect effect = Effect.None;
        foreach (Region region in OpShape.Regions(op))
        {
            foreach (Op inner in region.Ops)
                effect |= Of(inner);
            if (region.End is not (Yield or Unreachable))
                effect |= Effect.Fault;
        }
        return effect;
    }

    private static bool MayThrow(ApplyOp op)
    {
        if (op.Result.Type.IsInteger && (op.Checked || op.Primitive is "div" or "rem"))
            return true;
        return PrimitiveTable.Find(op.Primitive) is { MayThrow: true };
    }
}
