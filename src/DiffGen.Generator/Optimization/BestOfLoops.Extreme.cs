using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization;

// Math.Max and Math.Min over a loop.
internal sealed partial class BestOfLoops
{
    private List<Op> Extreme(ForOp loop, Best best, ApplyOp extreme, List<Op> slice, IrValue never, out IrValue result)
    {
        var (found, at, isShared) = (_ids.Value(IrType.Bool, "found"), _ids.Value(loop.Induction.Type, "at"), _ids.Value(IrType.Bool, "isShared"));
        var searching = loop with
        {
            Initial = [.. loop.Initial, never, loop.Start, never],
            Results = [.. loop.Results, found, at, isShared],
            Body = Searching(loop, best, extreme),
            FindsExtreme = true,
        };
        var all = (ForOp)new RegionRewriter(_ids).Copy(loop);
        var one = _ids.Value(extreme.Result.Type, loop.Results[best.Index].Name);
        result = _ids.Value(extreme.Result.Type, loop.Results[best.Index].Name);
        var choice = new IfOp([result], isShared, new Region(default, [all], new Yield([all.Results[best.Index]])), new Region(default, [Again(loop, best, slice, found, at, one)], new Yield([one])))
        {
            Line = loop.Line,
        };
        return [searching, choice];
    }

    // Whether a candidate was taken, in which iteration the last one was, and whether another one was as good since, or no number.
    private Region Searching(ForOp loop, Best best, ApplyOp extreme)
    {
        var parameter = loop.Body.Parameters[best.Index];
        var (isFound, place, wasShared) = (_ids.Value(IrType.Bool, "found"), _ids.Value(loop.Induction.Type, "at"), _ids.Value(IrType.Bool, "isShared"));
        var builder = new RegionBuilder(_ids) { Line = loop.Line };
        IrValue? nextFound = null, nextAt = null, nextShared = null;
        foreach (var op in loop.Body.Ops)
        {
            builder.Add(op);
            if (!ReferenceEquals(op, extreme))
                continue;
            bool isMaximum = extreme.Primitive == "Max";
            var isBetter = builder.Apply(isMaximum ? "gt" : "lt", IrType.Bool, best.Candidate, parameter);
            var isWorse = builder.Apply(isMaximum ? "lt" : "gt", IrType.Bool, best.Candidate, parameter);
            var (yes, no) = (builder.Constant(Constant.Of(true)), builder.Constant(Constant.Of(false)));
            nextFound = Choose(builder, isBetter, yes, isFound);
            nextAt = Choose(builder, isBetter, loop.Induction, place);
            nextShared = Choose(builder, isBetter, no, Choose(builder, isWorse, wasShared, yes));
        }
        return builder.Finish(new Yield([.. ((Yield)loop.Body.End).Values, nextFound!, nextAt!, nextShared!])) with { Parameters = [.. loop.Body.Parameters, isFound, place, wasShared] };
    }

    private IrValue Choose(RegionBuilder builder, IrValue condition, IrValue whenTrue, IrValue whenFalse)
    {
        var result = _ids.Value(whenFalse.Type, whenFalse.Name);
        builder.Add(new SelectOp(result, condition, whenTrue, whenFalse));
        return result;
    }
}
