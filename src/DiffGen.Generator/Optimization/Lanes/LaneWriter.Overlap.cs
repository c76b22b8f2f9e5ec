using System.Linq;
using DiffGen.Generator.Ir;
using DiffGen.Generator.Optimization.Fast;

namespace DiffGen.Generator.Optimization.Lanes;

// Iterations that are left behind whole vectors take long where there is much to do in each. The last vector then begins so far back that it ends with the
// loop: lanes whose iteration has been done already compute again, and do not count. Nothing that they read is outside, since it has been read before.
internal sealed partial class LaneWriter
{
    // Fewer operations are not worth the choice at each store.
    private const int LongBody = 12;

    // Lanes whose iteration is to be done; null where that is so for all.
    private IrValue? _counting;

    private bool LastVectorOverlaps() =>
        _loop.Step is 1 or -1 && _facts.Carried.All(kind => kind == CarriedLanes.Sum) && !_facts.MeasuredRows.Any() && !_facts.Roles.LastIterationIsSeen && IsLong()
        && OpShape.AllOps(_loop.Body).All(op => op is ConstantOp or CommentOp or SelectOp or LengthOp or LoadOp { Result.Type: ScalarType } or StoreOp or AccumulateOp or IfOp || op is ApplyOp apply && IsVectorised(apply));

    private bool IsLong() => OpShape.AllOps(_loop.Body).Any(IsDear) || OpShape.AllOps(_loop.Body).Count(op => op is ApplyOp { Result.Type.IsFloat: true }) >= LongBody;

    // One number after the other, a function takes as long for lanes that do not count.
    private bool IsVectorised(ApplyOp op) => !IsDear(op) || _facts.AnyOrder && VectorMathematics.Covers(op, LanesOf(op.Result.Type));

    /// <summary>Sets the iteration of the first lane, and which lanes count.</summary>
    /// <param name="last">The first iteration of the last vector.</param>
    private void CountLast(RegionBuilder body, IrValue induction, IrValue last)
    {
        var isBehind = body.Apply(_loop.Step > 0 ? "gt" : "lt", IrType.Bool, induction, last);
        var first = _ids.Value(IrType.I32, "first");
        body.Add(new SelectOp(first, isBehind, last, induction));
        // Lanes go upwards whichever way the loop goes.
        var lanes = body.Apply(LanePrimitives.Ramp, MaskType, body.Int(0), body.Int(1));
        var done = _loop.Step > 0 ? body.Apply("sub", IrType.I32, induction, first)
            : body.Apply("sub", IrType.I32, body.Int(_facts.Width), body.Apply("sub", IrType.I32, first, induction));
        var bound = body.Apply(LanePrimitives.Ramp, MaskType, done, body.Int(0));
        _counting = body.Apply(_loop.Step > 0 ? "ge" : "lt", MaskType, lanes, bound);
        Count(body, first, 0);
    }
}
