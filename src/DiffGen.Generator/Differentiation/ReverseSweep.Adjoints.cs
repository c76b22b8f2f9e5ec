using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Differentiation;

// The adjoint of each value as it stands, through branches and loops.
internal sealed partial class ReverseSweep
{
    private void AddAdjoint(IrValue value, IrValue contribution)
    {
        if (!value.Type.IsFloat || !_view.IsActive(value))
            return;
        value = _view.Represented(value);
        var sum = FindAdjoint(_scope, value) is { } current ? Sum(value, current, contribution) : contribution;
        _scope.Adjoints[value.Id] = (value, sum);
    }

    private IrValue Sum(IrValue value, IrValue current, IrValue contribution)
    {
        var sum = _ids.Value(value.Type, AdjointName(value));
        Builder.Add(new ApplyOp(sum, "add", [current, contribution]) { IsAnyOrder = true });
        return sum;
    }

    /// <summary>The adjoint so far, or null for zero. In the body of a reverse loop that of an outer value becomes a carried value.</summary>
    private IrValue? FindAdjoint(ReverseScope scope, IrValue value)
    {
        value = _view.Represented(value);
        if (scope.Adjoints.TryGetValue(value.Id, out var known))
            return known.Adjoint;
        if (scope.Parent is null || ReferenceEquals(_view.RegionOf(value), scope.Primal))
            return null;
        if (!scope.IsLoopBody)
            return FindAdjoint(scope.Parent, value);
        var parameter = _ids.Value(value.Type, AdjointName(value));
        scope.Carried.Add((value, parameter));
        scope.Adjoints[value.Id] = (value, parameter);
        return parameter;
    }

    private void ReverseIf(IfOp op)
    {
        var outer = _scope;
        var cotangents = op.Results.Select(result => result.Type.IsFloat ? FindAdjoint(outer, result) : null).ToArray();
        bool thenReturns = Finishes(op.Then);
        bool elseReturns = Finishes(op.Else);
        if (!thenReturns || !elseReturns)
        {
            if (thenReturns || elseReturns)
                ReverseInPlace(thenReturns ? op.Then : op.Else, cotangents);
            return;
        }
        string? comment = Builder.PendingComment;
        var condition = Need(op.Condition);
        var then = ReverseBranch(op.Then, cotangents);
        var otherwise = ReverseBranch(op.Else, cotangents);
        var touched = Touched(then).Concat(Touched(otherwise)).GroupBy(value => value.Id).Select(group => group.First()).ToList();
        if (touched.Count == 0 && then.Builder.Count == 0 && otherwise.Builder.Count == 0)
        {
            Builder.PendingComment = comment;
            return;
        }
        var results = touched.Select(value => _ids.Value(value.Type, AdjointName(value))).ToEquatableArray();
        Builder.Add(new IfOp(results, condition, FinishBranch(then, touched), FinishBranch(otherwise, touched)) { Line = op.Line });
        for (int i = 0; i < touched.Count; i++)
            outer.Adjoints[touched[i].Id] = (touched[i], results[i]);
    }

    private ReverseScope ReverseBranch(Region region, IrValue?[] cotangents)
    {
        var outer = _scope;
        _scope = new ReverseScope(outer, region, outer.Frame, new RegionBuilder(_ids));
        SeedEnd(region.End, cotangents);
        ReverseOps(region);
        var branch = _scope;
        _scope = outer;
        return branch;
    }

    // Only one branch ever completes, the other throws: no condition is needed.
    private void ReverseInPlace(Region region, IrValue?[] cotangents)
    {
        var outer = _scope;
        _scope = new ReverseScope(outer, region, outer.Frame, outer.Builder);
        SeedEnd(region.End, cotangents);
        ReverseOps(region);
        foreach (var value in Touched(_scope))
            outer.Adjoints[value.Id] = _scope.Adjoints[value.Id];
        _scope = outer;
    }

    /// <summary>Gives the values that a region hands on their adjoints.</summary>
    private void SeedEnd(Terminator end, IrValue?[] cotangents)
    {
        var seeds = end switch
        {
            Yield => cotangents,
            Break exit => LoopScope(exit.Label).Outgoing!,
            _ => [],
        };
        var values = OpShape.Operands(end);
        for (int i = 0; i < seeds.Length; i++)
        {
            if (seeds[i] is { } seed)
                AddAdjoint(values[i], seed);
        }
    }

    private ReverseScope LoopScope(int label)
    {
        var scope = _scope;
        while (scope.LoopLabel != label)
            scope = scope.Parent!;
        return scope;
    }

    // Outer values whose adjoint the branch changed.
    private List<IrValue> Touched(ReverseScope branch) =>
        branch.Adjoints.Values.Where(entry => !ReferenceEquals(_view.RegionOf(entry.Primal), branch.Primal)).Select(entry => entry.Primal).ToList();

    private Region FinishBranch(ReverseScope branch, List<IrValue> touched)
    {
        var values = touched.Select(value =>
            branch.Adjoints.TryGetValue(value.Id, out var own) ? own.Adjoint
            : FindAdjoint(_scope, value) ?? branch.Builder.Float(0, value.Type)).ToEquatableArray();
        return branch.Builder.Finish(new Yield(values));
    }

    /// <summary>Whether some path through a region reaches its end (a loop exit counts), instead of throwing.</summary>
    private static bool Finishes(Region region) => region.End switch
    {
        Throw => false,
        Unreachable => region.Ops.Length > 0 && OpShape.Regions(region.Ops[region.Ops.Length - 1]).Any(Finishes),
        _ => true,
    };
}
