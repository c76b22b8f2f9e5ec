using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Analysis;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization.Lanes;

/// <summary>
/// A loop's search for the greatest or the least of what its iterations compute: carried values that are replaced together where a candidate compares as better
/// than the best so far. The order of the iterations matters only between equal candidates, so each lane searches among its own iterations and remembers which
/// one it took. What is not a number is never taken, with the comparisons that are allowed here.
/// </summary>
/// <param name="Best">Which of the carried values the candidates are compared with.</param>
/// <param name="Condition">Whether a candidate is taken.</param>
/// <param name="IsGreatest">The greatest is looked for, not the least.</param>
/// <param name="TakesEqual">The last of equal candidates is taken, not the first.</param>
/// <param name="Members">All carried values that are replaced, <paramref name="Best"/> among them.</param>
/// <param name="Place">The one of them that tells earlier iterations from later ones; null if there is none.</param>
/// <param name="Shared">The one of them that says whether a candidate was equal to the best, or no number; null if there is none.</param>
internal sealed record LaneSearch(int Best, IrValue Condition, bool IsGreatest, bool TakesEqual, EquatableArray<int> Members, int? Place, int? Shared)
{
    /// <summary>The best is kept by <c>Math.Max</c> or <c>Math.Min</c>, also when it is no number.</summary>
    public bool IsExtreme { get; private set; }

    /// <summary>The searches of a loop; values that take part in none remain.</summary>
    public static EquatableArray<LaneSearch> Of(MethodFacts facts, ForOp loop) =>
        Enumerable.Range(0, loop.Body.Parameters.Length).Select(i => Find(facts, loop, i)).OfType<LaneSearch>().ToEquatableArray();

    private static LaneSearch? Find(MethodFacts facts, ForOp loop, int best)
    {
        var parameter = loop.Body.Parameters[best];
        var next = ((Yield)loop.Body.End).Values[best];
        if (loop.FindsExtreme && parameter.Type == IrType.F64 && facts.OpOf(next) is ApplyOp { Primitive: "Max" or "Min" } extreme && facts.NodeOf(extreme) == facts.NodeOf(loop.Body) && facts.UseCount(next) == 1)
            return FindExtreme(facts, loop, best, extreme);
        if (parameter.Type != IrType.F64 || ReplacementOf(facts, loop, best) is not var (condition, candidate) || facts.OpOf(condition) is not ApplyOp { Primitive: "gt" or "ge" or "lt" or "le" } test || facts.NodeOf(test) != facts.NodeOf(loop.Body))
            return null;
        bool isLeft = test.Arguments[0].Equals(candidate) && test.Arguments[1].Equals(parameter);
        bool isRight = test.Arguments[1].Equals(candidate) && test.Arguments[0].Equals(parameter);
        // It is used in the comparison, and where it stays.
        if (!isLeft && !isRight || candidate.Equals(parameter) || facts.UseCount(parameter) != 2)
            return null;
        bool isGreatest = test.Primitive is "gt" or "ge" == isLeft;
        var members = Enumerable.Range(0, loop.Body.Parameters.Length).Where(i => i == best || IsMember(facts, loop, i, condition)).ToEquatableArray();
        bool takesEqual = test.Primitive is "ge" or "le";
        // What nothing was taken for is then worse than what was taken, so that its place does not count.
        int? place = takesEqual || loop.Step < 0 ? null
            : members.Where(i => i != best && ReplacementOf(facts, loop, i)!.Value.Candidate.Equals(loop.Induction)).Select(i => (int?)i).FirstOrDefault();
        return new LaneSearch(best, condition, isGreatest, takesEqual, members, place, null);
    }

    // Comparisons beside Math.Max and Math.Min say what goes with the best. Where something is no number, lanes do not know what was the best before it: that
    // only those loops can do without where what goes with the best is looked at unless something was shared.
    private static LaneSearch? FindExtreme(MethodFacts facts, ForOp loop, int best, ApplyOp extreme)
    {
        var parameter = loop.Body.Parameters[best];
        if (extreme.Arguments[0].Equals(parameter) == extreme.Arguments[1].Equals(parameter))
            return null;
        var candidate = extreme.Arguments[0].Equals(parameter) ? extreme.Arguments[1] : extreme.Arguments[0];
        bool isGreatest = extreme.Primitive == "Max";
        var better = Comparison(loop, candidate, isGreatest ? "gt" : "lt", parameter);
        var worse = Comparison(loop, candidate, isGreatest ? "lt" : "gt", parameter);
        if (better is null || worse is null || facts.UseCount(parameter) != 3)
            return null;
        var indices = Enumerable.Range(0, loop.Body.Parameters.Length).ToList();
        if (indices.Where(i => IsShared(facts, loop, i, better, worse)).Select(i => (int?)i).FirstOrDefault() is not { } shared)
            return null;
        var members = indices.Where(i => i == best || i == shared || IsMember(facts, loop, i, better)).ToEquatableArray();
        return new LaneSearch(best, better, isGreatest, TakesEqual: false, members, Place: null, shared) { IsExtreme = true };
    }

    private static IrValue? Comparison(ForOp loop, IrValue candidate, string primitive, IrValue parameter) =>
        loop.Body.Ops.OfType<ApplyOp>().FirstOrDefault(op => op.Primitive == primitive && op.Arguments[0].Equals(candidate) && op.Arguments[1].Equals(parameter))?.Result;

    // better ? false : (worse ? as before : true)
    private static bool IsShared(MethodFacts facts, ForOp loop, int index, IrValue better, IrValue worse)
    {
        var parameter = loop.Body.Parameters[index];
        var next = ((Yield)loop.Body.End).Values[index];
        return facts.UseCount(parameter) == 1 && facts.UseCount(next) == 1
            && facts.OpOf(next) is SelectOp outer && outer.Condition.Equals(better) && facts.ConstantOf(outer.WhenTrue) is { IsOpaque: false, Bits: 0 } && facts.UseCount(outer.WhenFalse) == 1
            && facts.OpOf(outer.WhenFalse) is SelectOp inner && inner.Condition.Equals(worse) && inner.WhenTrue.Equals(parameter) && facts.ConstantOf(inner.WhenFalse) is { IsOpaque: false, Bits: 1 };
    }

    private static bool IsMember(MethodFacts facts, ForOp loop, int index, IrValue condition)
    {
        var parameter = loop.Body.Parameters[index];
        return (parameter.Type == IrType.F64 || parameter.Type == IrType.I32 || parameter.Type == IrType.Bool) && facts.UseCount(parameter) == 1
            && ReplacementOf(facts, loop, index) is var (other, _) && other.Equals(condition);
    }

    // Nothing else may look at the new value: lanes know no best of all iterations so far.
    private static (IrValue Condition, IrValue Candidate)? ReplacementOf(MethodFacts facts, ForOp loop, int index)
    {
        var parameter = loop.Body.Parameters[index];
        var next = ((Yield)loop.Body.End).Values[index];
        if (facts.UseCount(next) != 1 || facts.OpOf(next) is not { } op || facts.NodeOf(op) != facts.NodeOf(loop.Body))
            return null;
        switch (op)
        {
            case SelectOp choice when choice.WhenFalse.Equals(parameter):
                return (choice.Condition, choice.WhenTrue);
            case IfOp { Then.End: Yield then, Else.End: Yield otherwise } branch:
                int slot = Enumerable.Range(0, branch.Results.Length).First(i => branch.Results[i].Equals(next));
                return otherwise.Values[slot].Equals(parameter) ? (branch.Condition, then.Values[slot]) : null;
            default:
                return null;
        }
    }
}
