using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Differentiation;

/// <summary>The parts that both kinds of loops have.</summary>
internal sealed record LoopParts(Op Op, int Label, EquatableArray<IrValue> Initial, Region Body, EquatableArray<IrValue> Results)
{
    public static LoopParts Of(Op op) => op switch
    {
        ForOp o => new(op, o.Label, o.Initial, o.Body, o.Results),
        LoopOp o => new(op, o.Label, o.Initial, o.Body, o.Results),
        _ => throw new System.ArgumentException($"{op.GetType().Name} is not a loop."),
    };

    /// <summary>The body has exits beside its end.</summary>
    public bool HasBreak => HasBreaks(Body);

    private static bool HasBreaks(Region region) => region.End is Break || region.Ops.Any(op => op is IfOp && OpShape.Regions(op).Any(HasBreaks));
}

// Loops whose iterations depend on each other: run backwards, with what each iteration saved.
internal sealed partial class ReverseSweep
{
    private void ReverseLoop(Op op)
    {
        var parts = LoopParts.Of(op);
        var outer = _scope;
        if (_options.Fuse && CanFuse(parts) && !SavesInstead(parts, outer))
        {
            ReverseFused(parts);
            return;
        }
        string? comment = Builder.PendingComment;
        Builder.PendingComment = null;
        bool counted = op is ForOp && !parts.HasBreak;
        bool arrays = counted && !PushesInside(parts.Body) && !PushesBackwards(parts.Body);
        var plan = PlanInScope(parts, outer) ?? new LoopPlan(new Frame(arrays ? FrameKind.Arrays : FrameKind.Record, parts.Body), fused: false);
        _plans[op] = plan;
        var body = new ReverseScope(outer, parts.Body, plan.Frame, new RegionBuilder(_ids), isLoopBody: true)
        {
            LoopLabel = parts.Label,
            Loop = parts,
            Outgoing = parts.Body.Parameters.Select((p, j) => CarriesAdjoint(parts, j) ? _ids.Value(p.Type, AdjointName(p)) : null).ToArray(),
        };
        var walk = BeginWalk(op, plan, outer, body, comment);
        _scope = body;
        SeedEnd(parts.Body.End, body.Outgoing);
        ReverseOps(parts.Body);
        FinishWalk(parts, plan, walk, outer, body);
    }

    // What leaves by a break may be active where what goes round is not.
    private bool CarriesAdjoint(LoopParts parts, int j) =>
        parts.Results[j].Type.IsFloat && (_view.IsActive(parts.Body.Parameters[j]) || _view.IsActive(parts.Results[j]));

    /// <summary>How the reverse loop goes through the iterations.</summary>
    private sealed record Walk(IrValue Induction, IrValue Start, IrValue End, long Step, IrValue Count);

    private Walk BeginWalk(Op op, LoopPlan plan, ReverseScope outer, ReverseScope body, string? comment)
    {
        outer.Builder.PendingComment = comment;
        if (op is ForOp loop && !LoopParts.Of(op).HasBreak)
        {
            var start = Need(loop.Start);
            var end = Need(loop.End);
            var count = TripCount(loop, start, end);
            if (loop.Step is 1 or -1 && loop.Induction.Type == IrType.I32)
            {
                var last = loop.Inclusive ? end : outer.Builder.Apply(loop.Step > 0 ? "sub" : "add", IrType.I32, end, outer.Builder.Int(1));
                var induction = _ids.Value(IrType.I32, loop.Induction.Name);
                body.Available[loop.Induction.Id] = induction;
                body.Iteration = IsZero(loop.Start) && loop.Step == 1 ? induction
                    : loop.Step > 0 ? body.Builder.Apply("sub", IrType.I32, induction, start) : body.Builder.Apply("sub", IrType.I32, start, induction);
                return new(induction, last, start, -loop.Step, count);
            }
            return WalkByNumber(loop, count, start, outer, body);
        }
        plan.Count = _ids.Value(IrType.I32, "count");
        _view.DefineCounter(plan.Count, outer.Primal);
        return WalkByNumber(op as ForOp, Need(plan.Count), op is ForOp { Start: var first } ? Need(first) : null, outer, body);
    }

    // Iterations are numbered 0, 1, …; the induction value follows from the number.
    private Walk WalkByNumber(ForOp? loop, IrValue count, IrValue? start, ReverseScope outer, ReverseScope body)
    {
        var number = _ids.Value(IrType.I32, "k");
        body.Iteration = number;
        if (loop is not null)
        {
            var type = loop.Induction.Type;
            var step = body.Builder.Constant(Constant.OfInteger(((ScalarType)type).Kind, loop.Step));
            var offset = body.Builder.Apply("mul", type, Converted(body.Builder, number, type), step);
            body.Available[loop.Induction.Id] = body.Builder.ApplyNamed(loop.Induction.Name, "add", type, start!, offset);
        }
        var last = outer.Builder.Apply("sub", IrType.I32, count, outer.Builder.Int(1));
        return new(number, last, outer.Builder.Int(0), -1, count);
    }

    private bool IsZero(IrValue value) => _view.ConstantOf(value) is { IsOpaque: false, Bits: 0 };

    private static IrValue Converted(RegionBuilder builder, IrValue value, IrType type) =>
        value.Type == type ? value : builder.Apply("convert", type, value);

    /// <summary>How often a counted loop runs, as an int.</summary>
    private IrValue TripCount(ForOp loop, IrValue start, IrValue end) =>
        TripCounts.Emit(Builder, loop, start, end, IsZero(loop.Start) && _view.OpOf(loop.End) is LengthOp);

    private void FinishWalk(LoopParts parts, LoopPlan plan, Walk walk, ReverseScope outer, ReverseScope body)
    {
        var active = Enumerable.Range(0, parts.Body.Parameters.Length).Where(j => body.Outgoing![j] is not null).ToList();
        var yields = new List<IrValue>();
        foreach (int j in active)
            yields.Add(FindAdjoint(body, parts.Body.Parameters[j]) ?? Zero(parts.Body.Parameters[j].Type));
        foreach (var (primal, _) in body.Carried)
            yields.Add(body.Adjoints[primal.Id].Adjoint);
        _scope = outer;

        var builder = outer.Builder;
        var initial = new List<IrValue>();
        foreach (int j in active)
            initial.Add(FindAdjoint(outer, parts.Results[j]) ?? Zero(parts.Results[j].Type));
        foreach (var (primal, _) in body.Carried)
            initial.Add(FindAdjoint(outer, primal) ?? Zero(primal.Type));

        PopRows(parts.Op, outer);
        if (plan.Blocks is { } blocks)
        {
            FrameScopeOrSelf(blocks.Scope).TakesScratch |= plan.Frame.Saved.Count > 0;
        }
        else if (plan.Frame.Kind == FrameKind.Arrays)
        {
            for (int s = plan.Frame.Saved.Count - 1; s >= 0; s--)
                builder.Add(new TapePopOp(plan.Frame.Saved[s].Reader, walk.Count, plan.Frame.Saved[s].Block));
        }
        else
        {
            body.Builder.Prepend(Records.Pop(plan.Frame, _ids));
        }
        ReleaseScratch(body);
        EquatableArray<IrValue> parameters = [.. active.Select(j => body.Outgoing![j]!), .. body.Carried.Select(c => c.Parameter)];
        var results = parameters.Map(p => _ids.Value(p.Type, p.Name));
        var region = body.Builder.Finish(new Yield(yields.ToEquatableArray())) with { Parameters = parameters };
        if (region.Ops.Any(o => o is not CommentOp) || active.Count > 0 || body.Carried.Count > 0)
        {
            builder.Add(new ForOp(results, _ids.Label(), walk.Induction, walk.Start, walk.End, walk.Step, Inclusive: true, initial.ToEquatableArray(), region)
            {
                Line = parts.Op.Line,
            });
        }
        NoteSaved(parts, plan.Frame);
        // Carried adjoints take the place of the old ones before the initial values add to them: these may be the same values.
        for (int c = 0; c < body.Carried.Count; c++)
            outer.Adjoints[body.Carried[c].Primal.Id] = (body.Carried[c].Primal, results[active.Count + c]);
        for (int a = 0; a < active.Count; a++)
            AddAdjoint(parts.Initial[active[a]], results[a]);
    }

    private void ReleaseScratch(ReverseScope body)
    {
        if (!body.TakesScratch)
            return;
        var mark = _ids.Value(IrType.I32, "mark");
        body.Builder.Prepend([new ScratchMarkOp(mark)]);
        body.Builder.Add(new ScratchReleaseOp(mark));
    }

    /// <summary>Whether the primal sweep of a region leaves records on the tape while an iteration runs.</summary>
    private bool PushesInside(Region region)
    {
        foreach (var op in region.Ops)
        {
            if (!_view.HasAdjoint(op))
                continue;
            if (op is CallOp || op is ForOp or LoopOp && !(_options.Fuse && CanFuse(LoopParts.Of(op)) && !IsDearToRepeat(op)))
                return true;
            if (op is IfOp && OpShape.Regions(op).Any(PushesInside))
                return true;
        }
        return false;
    }

    /// <summary>
    /// Whether the reverse sweep of a region uses the tape itself, in fused loops that hold others: that would overwrite blocks that were popped in
    /// front of the reverse loop.
    /// </summary>
    private bool PushesBackwards(Region region) => region.Ops.Any(op => _view.HasAdjoint(op)
        && OpShape.Regions(op).Any(inner => op is ForOp or LoopOp && PushesInside(inner) || PushesBackwards(inner)));

    private void NoteSaved(LoopParts parts, Frame frame)
    {
        if (frame.Saved.Count == 0)
            return;
        string names = string.Join(", ", frame.Saved.Select(s => s.Value.Name.Length > 0 ? s.Value.Name : "a temporary"));
        string line = parts.Op.Line >= 0 ? _method.Lines[parts.Op.Line] : "the loop";
        _notes.Add($"Saves {names} in each iteration of `{line}` ({frame.Saved.Sum(s => Records.SizeOf(s.Value.Type))} bytes).");
    }
}
