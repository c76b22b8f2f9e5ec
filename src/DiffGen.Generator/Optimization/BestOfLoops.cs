using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization;

/// <summary>
/// A loop that only keeps the best of what its iterations compute (<c>if (v &gt; best) best = v</c>) needs no derivative itself: it now remembers
/// which iteration was the last to take its place, and behind the loop that one is computed once more. The derivative then flows through
/// one iteration instead of all, and nothing is saved. The value keeps its bits: it is computed from the same numbers in the same way.
/// <c>best = Math.Max(best, v)</c> shares its derivative between equals, and hands it to what is no number: where any of these is met, the loop runs once
/// more with derivatives for all.
/// </summary>
internal sealed partial class BestOfLoops : RegionPass
{
    private readonly IdSource _ids;

    private BestOfLoops(IrMethod method) => _ids = new IdSource(method.NextId, method.NextLabel);

    public static IrMethod Run(IrMethod method)
    {
        var pass = new BestOfLoops(method);
        var body = pass.Run(method.Body);
        return pass.Changed ? method with { Body = body, NextId = pass._ids.NextId, NextLabel = pass._ids.NextLabel } : method;
    }

    protected override void Visit(Op op, List<Op> output)
    {
        op = Descend(op);
        if (op is not ForOp loop || !IsPlain(loop) || FindBest(loop) is not { } best || WhatComputes(loop, best) is not { } slice)
        {
            output.Add(op);
            return;
        }
        var never = _ids.Value(IrType.Bool);
        output.Add(new ConstantOp(never, Constant.Of(false)));
        var result = loop.Results[best.Index];
        if (best.Choice is ApplyOp extreme)
        {
            output.AddRange(Extreme(loop, best, extreme, slice, never, out var shared));
            Replace(result, shared);
            return;
        }
        var (with, found, at) = Remembering(loop, best, never);
        output.Add(with);
        var final = _ids.Value(result.Type, result.Name);
        output.Add(Again(loop, best, slice, found, at, final));
        Replace(result, final);
    }

    // The iteration that was taken last once more, or what the loop began with.
    private IfOp Again(ForOp loop, Best best, List<Op> slice, IrValue found, IrValue at, IrValue result)
    {
        var copy = new RegionRewriter(_ids);
        var iteration = _ids.Value(at.Type, loop.Induction.Name);
        copy.Substitute(loop.Induction, iteration);
        EquatableArray<Op> again = [new ApplyOp(iteration, "iteration", [at]), .. slice.Select(copy.Copy)];
        return new IfOp([result], found, new Region(default, again, new Yield([copy.Map(best.Candidate)])), new Region(default, default, new Yield([loop.Initial[best.Index]]))) { Line = loop.Line };
    }

    /// <summary>The carried value that is kept or replaced, the operation that decides, and what replaces it.</summary>
    private sealed record Best(int Index, Op Choice, IrValue Candidate, bool TakesThen, Region? Branch);

    // One number goes round, and nothing is written.
    private static bool IsPlain(ForOp loop) => loop.Body.End is Yield && loop.Body.Parameters.Count(value => value.Type.IsFloat) == 1
        && loop.Body.Parameters.All(value => value.Type is ScalarType) && OpShape.AllOps(loop.Body).All(IsRepeatable) && !HasExits(loop.Body);

    private static bool IsRepeatable(Op op) =>
        op is ConstantOp or ApplyOp or SelectOp or LengthOp or SliceOp or StaticBufferOp or LoadOp or CommentOp or IfOp or ForOp or ForeignOp { IsPure: true, IsTotal: true };

    private static bool HasExits(Region region) => region.End is not Yield || region.Ops.Any(op => OpShape.Regions(op).Any(HasExits));

    private static Best? FindBest(ForOp loop)
    {
        int index = Enumerable.Range(0, loop.Body.Parameters.Length).First(i => loop.Body.Parameters[i].Type.IsFloat);
        var parameter = loop.Body.Parameters[index];
        var next = ((Yield)loop.Body.End).Values[index];
        foreach (var op in loop.Body.Ops)
        {
            switch (op)
            {
                case SelectOp o when o.Result.Equals(next) && (o.WhenTrue.Equals(parameter) != o.WhenFalse.Equals(parameter)):
                    bool then = o.WhenFalse.Equals(parameter);
                    return new Best(index, o, then ? o.WhenTrue : o.WhenFalse, then, null);
                case ApplyOp { Primitive: "Max" or "Min" } o when o.Result.Equals(next) && CarriedValues.Uses(loop.Body).Count(parameter.Equals) == 1 && o.Arguments.Any(parameter.Equals):
                    return new Best(index, o, o.Arguments[0].Equals(parameter) ? o.Arguments[1] : o.Arguments[0], true, null);
                case IfOp o when o.Results.Contains(next):
                    int slot = Enumerable.Range(0, o.Results.Length).First(i => o.Results[i].Equals(next));
                    var (first, second) = (((Yield)o.Then.End).Values[slot], ((Yield)o.Else.End).Values[slot]);
                    return first.Equals(parameter) == second.Equals(parameter) ? null
                        : second.Equals(parameter) ? new Best(index, o, first, true, o.Then) : new Best(index, o, second, false, o.Else);
            }
        }
        return null;
    }

    // The operations that compute the candidate, or null where they need what goes round.
    private static List<Op>? WhatComputes(ForOp loop, Best best)
    {
        var needed = new HashSet<int> { best.Candidate.Id };
        var slice = new List<Op>();
        var ops = loop.Body.Ops.TakeWhile(op => !ReferenceEquals(op, best.Choice)).Concat(best.Branch is { } branch ? branch.Ops : default);
        foreach (var op in ops.Reverse())
        {
            if (!OpShape.Results(op).Any(result => needed.Contains(result.Id)))
                continue;
            slice.Insert(0, op);
            needed.UnionWith(OpShape.Operands(op).Concat(OpShape.Regions(op).SelectMany(Read)).Select(value => value.Id));
        }
        return loop.Body.Parameters.Any(parameter => needed.Contains(parameter.Id)) ? null : slice;
    }

    private static IEnumerable<IrValue> Read(Region region) =>
        region.Ops.SelectMany(op => OpShape.Operands(op).Concat(OpShape.Regions(op).SelectMany(Read))).Concat(OpShape.Operands(region.End));

    // The loop with two more values: whether any candidate was taken, and in which iteration the last one was.
    private (ForOp Loop, IrValue Found, IrValue At) Remembering(ForOp loop, Best best, IrValue never)
    {
        var isFound = _ids.Value(IrType.Bool, "found");
        var place = _ids.Value(loop.Induction.Type, "at");
        var found = _ids.Value(IrType.Bool, "found");
        var at = _ids.Value(loop.Induction.Type, "at");
        var nextFound = _ids.Value(IrType.Bool, "found");
        var nextAt = _ids.Value(loop.Induction.Type, "at");
        var ops = new List<Op>();
        var taken = _ids.Value(IrType.Bool);
        foreach (var op in loop.Body.Ops)
        {
            if (!ReferenceEquals(op, best.Choice))
            {
                ops.Add(op);
                continue;
            }
            if (op is IfOp branch)
            {
                ops.Add(new ConstantOp(taken, Constant.Of(true)));
                ops.Add(branch with
                {
                    Results = [.. branch.Results, nextFound, nextAt],
                    Then = With(branch.Then, best.TakesThen ? [taken, loop.Induction] : [isFound, place]),
                    Else = With(branch.Else, best.TakesThen ? [isFound, place] : [taken, loop.Induction]),
                });
                continue;
            }
            var choice = (SelectOp)op;
            ops.Add(op);
            ops.Add(new ConstantOp(taken, Constant.Of(true)));
            ops.Add(new SelectOp(nextFound, choice.Condition, best.TakesThen ? taken : isFound, best.TakesThen ? isFound : taken));
            ops.Add(new SelectOp(nextAt, choice.Condition, best.TakesThen ? loop.Induction : place, best.TakesThen ? place : loop.Induction));
        }
        var end = (Yield)loop.Body.End;
        var body = new Region([.. loop.Body.Parameters, isFound, place], ops.ToEquatableArray(), new Yield([.. end.Values, nextFound, nextAt]));
        return (loop with { Initial = [.. loop.Initial, never, loop.Start], Results = [.. loop.Results, found, at], Body = body }, found, at);
    }

    private static Region With(Region region, EquatableArray<IrValue> values) => region with { End = new Yield([.. ((Yield)region.End).Values, .. values]) };
}
