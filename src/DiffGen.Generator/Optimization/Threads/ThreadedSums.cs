using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Analysis;
using DiffGen.Generator.Common;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;
using DiffGen.Generator.Optimization.Lanes;

namespace DiffGen.Generator.Optimization.Threads;

/// <summary>What a loop on several threads does with a sum that it carries.</summary>
/// <param name="Links">The additions of an iteration, in order, whose terms are kept; none if the order is free.</param>
internal sealed record ThreadedSum(int Index, EquatableArray<SumLink> Links)
{
    public bool IsOrdered => !Links.IsEmpty;
}

/// <summary>An addition to a sum.</summary>
/// <param name="Position">Where the term stands among the operands.</param>
internal sealed record SumLink(ApplyOp Op, int Position);

/// <summary>Finds the sums among what a loop carries.</summary>
internal static class ThreadedSums
{
    /// <exception cref="NoLanesException">Something else goes from one iteration into the next.</exception>
    public static EquatableArray<ThreadedSum> Of(MethodFacts facts, ForOp loop, bool anyOrder)
    {
        if (LoopParts.Of(loop).HasBreak || loop.Body.End is not Yield)
            throw new NoLanesException("the loop is left early");
        return Enumerable.Range(0, loop.Body.Parameters.Length).Select(i => Of(facts, loop, i, anyOrder)).ToEquatableArray();
    }

    private static ThreadedSum Of(MethodFacts facts, ForOp loop, int index, bool anyOrder)
    {
        var parameter = loop.Body.Parameters[index];
        var chain = new SumChain(facts, parameter);
        if (!parameter.Type.IsFloat || !chain.Covers(LoopParts.Of(loop), index))
            throw new NoLanesException($"'{parameter.Name}' goes from one iteration into the next");
        if (anyOrder || chain.LinkIds.All(link => facts.OpOf(new IrValue(link, IrType.F64, "")) is not ApplyOp { IsAnyOrder: false }))
            return new ThreadedSum(index, default);
        return new ThreadedSum(index, Links(facts, loop, parameter, ((Yield)loop.Body.End).Values[index]));
    }

    private static EquatableArray<SumLink> Links(MethodFacts facts, ForOp loop, IrValue parameter, IrValue next)
    {
        var links = new List<SumLink>();
        for (var value = next; !value.Equals(parameter);)
        {
            if (facts.OpOf(value) is not ApplyOp { Primitive: "add" or "sub" } op || !facts.NodeOf(op).Equals(facts.NodeOf(loop.Body)) || facts.UseCount(value) != 1)
                throw new NoLanesException($"only some iterations add to '{parameter.Name}', whose order counts");
            int position = op.Primitive == "sub" || Leads(facts, loop, parameter, op.Arguments[0]) ? 1 : 0;
            links.Add(new SumLink(op, position));
            value = op.Arguments[1 - position];
        }
        if (links.Count == 0 || facts.UseCount(parameter) != 1)
            throw new NoLanesException($"'{parameter.Name}' is used while it is summed");
        links.Reverse();
        return links.ToEquatableArray();
    }

    // The sum so far, and not a term.
    private static bool Leads(MethodFacts facts, ForOp loop, IrValue parameter, IrValue value) =>
        value.Equals(parameter) || facts.OpOf(value) is ApplyOp { Primitive: "add" or "sub" } op && facts.NodeOf(op).Equals(facts.NodeOf(loop.Body))
            && (Leads(facts, loop, parameter, op.Arguments[0]) || op.Primitive == "add" && Leads(facts, loop, parameter, op.Arguments[1]));
}
