using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization;

/// <summary>Which code of a function may throw. What is done to memory of derivatives does not: the primal's was accessed there before.</summary>
internal sealed class ThrowingOps
{
    private readonly AccessFacts _facts;
    private readonly Removability _removability;

    public ThrowingOps(Region root)
    {
        _facts = new AccessFacts(root);
        _removability = new Removability(_facts);
    }

    /// <summary>Whether any of some operations, or what they hold, may throw.</summary>
    public bool AnyOf(IEnumerable<Op> ops) => ops.Any(MayThrow);

    private bool MayThrow(Op op) => op switch
    {
        IfOp or BlockOp or ForOp or LoopOp => OpShape.Regions(op).Any(region => region.End is Throw || AnyOf(region.Ops)),
        AccumulateOp or SlotOp or SetSlotOp or CommentOp or TapePushOp or TapePopOp or ScratchMarkOp or ScratchReleaseOp => false,
        FillOp o => o.Buffer.Type is BufferType { IsFlat: false },
        CopyOp o => !_facts.IsShadow(o.Destination),
        StoreOp o => !_facts.IsShadow(o.Buffer),
        _ => !_removability.CanGo(op),
    };
}
