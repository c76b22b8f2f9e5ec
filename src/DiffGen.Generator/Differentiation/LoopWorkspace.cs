using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Differentiation;

/// <summary>Iterations give back the workspace that they take, so that memory does not grow with their number.</summary>
internal static class LoopWorkspace
{
    /// <summary>The body with workspace given back at every way out of the iteration, unless a reference to it may be handed on.</summary>
    /// <param name="label">The loop's label.</param>
    public static Region Released(IdSource ids, Region body, int label)
    {
        if (!IsTakenBy(body) || body.Parameters.Any(value => value.Type is BufferType) || StoresReference(body))
            return body;
        var mark = ids.Value(IrType.I32, "mark");
        var released = Released(body, mark, label, isBody: true);
        return released with { Ops = [new ScratchMarkOp(mark), .. released.Ops] };
    }

    /// <summary>Whether an iteration takes workspace, inner loops aside (they give back their own).</summary>
    public static bool IsTakenBy(Region region) => region.Ops.Any(op =>
        op is AllocateOp { Storage: Storage.Scratch, Result.Type: BufferType { Kind: not BufferKind.Array2D } }
        || op is IfOp or BlockOp && OpShape.Regions(op).Any(IsTakenBy));

    // Ways out of an outer loop are left alone: its own mark lies below.
    private static Region Released(Region region, IrValue mark, int label, bool isBody)
    {
        var ops = region.Ops.Select(op => op switch
        {
            IfOp o => o with { Then = Released(o.Then, mark, label, isBody: false), Else = Released(o.Else, mark, label, isBody: false) },
            BlockOp o => o with { Body = Released(o.Body, mark, label, isBody: false) },
            ForOp o => o with { Body = Released(o.Body, mark, label, isBody: false) },
            LoopOp o => o with { Body = Released(o.Body, mark, label, isBody: false) },
            _ => op,
        }).ToList();
        if (isBody && region.End is Yield || region.End is Break exit && exit.Label == label || region.End is Continue next && next.Label == label)
            ops.Add(new ScratchReleaseOp(mark));
        return region with { Ops = ops.ToEquatableArray() };
    }

    private static bool StoresReference(Region region) => OpShape.AllOps(region).Any(op => op is StoreOp { Value.Type: BufferType });
}
