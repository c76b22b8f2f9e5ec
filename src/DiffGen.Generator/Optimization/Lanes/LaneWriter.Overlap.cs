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
        _loop.Step is 1 or -1 && _facts.Carried.All(kind => kind == CarriedLanes.Sum) && !_facts.MeasuredRows.Any() && !_facts.Roles.LastIterationIsSeen && !TakesSeveralSums() && IsLong()
        && OpShape.AllOps(_loop.Body).All(op => op is ConstantOp or CommentOp or SelectOp or LengthOp or LoadOp { Result.Type: ScalarType } or StoreOp or AccumulateOp or IfOp || op is ApplyOp apply && IsVectorised(apply));

    private bool IsLong() => OpShape.AllOps(_loop.Body).Any(IsDear) || OpShape.AllOps(_loop.Body).Count(op => op is ApplyOp { Result.Type.IsFloat: true }) >= LongBody;

    // One number after the other, a function takes as long for lanes that do not count.
    private bool IsVectorised(ApplyOp op) => !IsDear(op) || _facts.AnyOrder && VectorMathematics.Covers(op, LanesOf(op.Result.Type));

    /// <summary>Rounds over vectors, of which the last may overlap the one before.</summary>
    private sealed class Overlap
    {
        private readonly LaneWriter _writer;
        private readonly IrValue _blocks;
        private readonly int _shift;
        private readonly IrValue _last;
        private readonly IrValue _again;

        public Overlap(RegionBuilder builder, LaneWriter writer, IrValue count, IrValue blocks, int shift)
        {
            (_writer, _blocks, _shift) = (writer, blocks, shift);
            int width = writer._facts.Width;
            var left = builder.ApplyNamed("left", "and", IrType.I32, count, builder.Int(width - 1));
            _again = builder.ApplyNamed("again", "sub", IrType.I32, builder.Int(width), left);
            var most = builder.Apply("sub", IrType.I32, count, builder.Int(width));
            _last = At(builder, most);
            Rounds = writer._ids.Value(IrType.I32, "rounds");
            var one = builder.Apply("add", IrType.I32, blocks, builder.Int(1));
            builder.Add(new SelectOp(Rounds, builder.Apply("gt", IrType.Bool, left, builder.Int(0)), one, blocks));
            FirstRound = builder.Int(0);
        }

        public IrValue FirstRound { get; }

        public IrValue Rounds { get; }

        /// <summary>Sets the iteration of the first lane, and which lanes count.</summary>
        public void Count(RegionBuilder body, IrValue round)
        {
            var isOver = body.Apply("eq", IrType.Bool, round, _blocks);
            var first = _writer._ids.Value(IrType.I32, _writer._loop.Induction.Name);
            body.Add(new SelectOp(first, isOver, _last, At(body, body.Apply("shl", IrType.I32, round, body.Int(_shift)))));
            var done = _writer._ids.Value(IrType.I32, "done");
            body.Add(new SelectOp(done, isOver, _again, body.Int(0)));
            // Lanes go upwards whichever way the loop goes.
            bool isUpward = _writer._loop.Step > 0;
            var bound = isUpward ? done : body.Apply("sub", IrType.I32, body.Int(_writer._facts.Width), done);
            var mask = _writer.MaskType;
            var lanes = body.Apply(LanePrimitives.Ramp, mask, body.Int(0), body.Int(1));
            _writer._counting = body.Apply(isUpward ? "ge" : "lt", mask, lanes, body.Apply(LanePrimitives.Ramp, mask, bound, body.Int(0)));
            _writer.Count(body, first, 0);
        }

        // The iteration that many behind the first.
        private IrValue At(RegionBuilder builder, IrValue distance) =>
            _writer._loop.Step < 0 ? builder.Apply("sub", IrType.I32, _writer._loop.Start, distance)
            : _writer._method.ConstantOf(_writer._loop.Start) is { IsOpaque: false, Bits: 0 } ? distance
            : builder.Apply("add", IrType.I32, _writer._loop.Start, distance);
    }
}
