using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Differentiation;

// Loops whose iterations are independent but for sums: each iteration runs forwards and backwards at once, and nothing is stored across iterations.
internal sealed partial class ReverseSweep
{
    private readonly Dictionary<Op, bool> _fusable = new(ReferenceComparer<Op>.Instance);

    private bool CanFuse(LoopParts parts)
    {
        var original = _view.Original(parts.Op);
        if (!_fusable.TryGetValue(original, out bool fusable))
        {
            string? reason = _fusion.WhyNot(LoopParts.Of(original));
            _fusable[original] = fusable = reason is null;
            if (original.Line >= 0 && reason is not null)
                _notes.Add($"Not fused: `{_method.Lines[original.Line]}`, because {reason}.");
        }
        return fusable && FreeBuffersAreReachable(parts);
    }

    private bool FreeBuffersAreReachable(LoopParts parts)
    {
        var node = _view.NodeOf(parts.Body);
        foreach (var op in OpShape.AllOps(parts.Body))
        {
            foreach (var operand in OpShape.Operands(op))
            {
                if (operand.Type is not BufferType)
                    continue;
                // A view made inside may show memory from outside.
                bool inside = _view.IsPrimal(operand) && _view.NodeOf(_view.RegionOf(operand)).IsWithin(node);
                // Scratch of an enclosing loop is this loop's own only if this loop fills it.
                bool own = _fusion.IsPrivate(_view.ClassOf(operand)) && (inside || _view.OpOf(operand) is AllocateOp && IsWrittenIn(parts, operand));
                if (!own && (!inside && !CanReach(_scope, operand) || op is LoadOp or ForeignOp && !_view.IsStableAfter(op, operand, JointRoot(_scope).Primal) && !WrittenOnlyIn(parts, operand)))
                    return false;
            }
        }
        return true;
    }

    private bool IsWrittenIn(LoopParts parts, IrValue buffer) =>
        _view.Facts.WritesTo(_view.ClassOf(buffer)).Any(write => write.Node.IsWithin(_view.NodeOf(parts.Body)));

    private bool WrittenOnlyIn(LoopParts parts, IrValue buffer) =>
        _view.Facts.WritesTo(_view.ClassOf(buffer)).All(write => write.Node.IsWithin(_view.NodeOf(parts.Body)));

    private void ReverseFused(LoopParts original)
    {
        var outer = _scope;
        string? comment = Builder.PendingComment;
        Builder.PendingComment = null;
        _plans[original.Op] = new LoopPlan(new Frame(FrameKind.Direct, original.Body), fused: true);
        var outgoing = original.Results.Select((result, j) => CarriesAdjoint(original, j) ? FindAdjoint(outer, result) : null).ToArray();

        var own = new Dictionary<int, IrValue>();
        var copy = LoopParts.Of(_view.CopyWithFacts(original.Op, outer.Primal, _ids, value => OwnScratch(outer, original, value, own) ?? NeedByName(outer, value)));
        var frame = new Frame(FrameKind.Direct, copy.Body);
        var body = new ReverseScope(outer, copy.Body, frame, new RegionBuilder(_ids), isLoopBody: true) { LoopLabel = copy.Label, Outgoing = outgoing };
        _jointRoots.Add(copy.Body);
        _privateTo.Add((copy.Label, _fusion.PrivateTo(_view.Original(original.Op))));
        if (copy.Op is ForOp loop)
            body.Available[loop.Induction.Id] = loop.Induction;
        _scope = body;

        var work = FusedWork(copy.Body);
        Frame workFrame = frame;
        if (!ReferenceEquals(work, copy.Body))
        {
            workFrame = new Frame(FrameKind.Direct, work);
            _scope = new ReverseScope(body, work, workFrame, body.Builder);
        }
        SeedEnd(work.End, outgoing);
        ReverseOps(work);
        if (!ReferenceEquals(_scope, body))
        {
            foreach (var value in Touched(_scope))
                body.Adjoints[value.Id] = _scope.Adjoints[value.Id];
        }
        _scope = outer;

        var carried = body.Carried;
        var next = carried.Select(c => body.Adjoints[c.Primal.Id].Adjoint).ToEquatableArray();
        var forward = new ForwardSweep(this, _view, _ids, _fusion);
        var region = forward.Joint(copy.Body, work, frame, workFrame, body.Builder.TakeOps(), next, carried.Select(c => c.Parameter).ToEquatableArray(),
            body.TakesScratch || LoopWorkspace.IsTakenBy(work));

        var results = carried.Select(c => _ids.Value(c.Primal.Type, c.Parameter.Name)).ToEquatableArray();
        EquatableArray<IrValue> initial = [.. copy.Initial, .. carried.Select(c => FindAdjoint(outer, c.Primal) ?? Zero(c.Primal.Type))];
        EquatableArray<IrValue> all = [.. copy.Results, .. results];
        outer.Builder.PendingComment = comment;
        int repeats = outer.Parent is null && LeavesNoTrace(original) ? original.Label : -1;
        outer.Builder.Add(copy.Op switch
        {
            ForOp o => o with { Initial = initial, Results = all, Body = region, Repeats = repeats },
            _ => ((LoopOp)copy.Op) with { Initial = initial, Results = all, Body = region, Repeats = repeats },
        });
        _notes.Add($"Fuses the two sweeps of `{(original.Op.Line >= 0 ? _method.Lines[original.Op.Line] : "a loop")}`: nothing is saved across iterations.");
        for (int i = 0; i < carried.Count; i++)
            outer.Adjoints[carried[i].Primal.Id] = (carried[i].Primal, results[i]);
        for (int j = 0; j < outgoing.Length; j++)
        {
            if (outgoing[j] is { } adjoint)
                AddAdjoint(original.Initial[j], adjoint);
        }
    }

    // The loop writes nothing but its own scratch, so that running it again does all that it did.
    private bool LeavesNoTrace(LoopParts loop) =>
        OpShape.AllOps(loop.Body).SelectMany(_view.Facts.Effects.Written).All(reference => _fusion.IsRepeatable(_view.ClassOf(reference)));

    // With memory of its own, the tangents of the primal sweep's can be seen to be useless. Only a loop that runs once is worth that.
    private IrValue? OwnScratch(ReverseScope outer, LoopParts loop, IrValue value, Dictionary<int, IrValue> own)
    {
        if (own.TryGetValue(value.Id, out var known))
            return known;
        if (!_options.HasTangents || outer.Parent is not null || value.Type is not BufferType || _view.OpOf(value) is not AllocateOp allocate)
            return null;
        int memory = _view.ClassOf(value);
        bool alone = OpShape.AllOps(loop.Body).SelectMany(OpShape.Operands)
            .All(operand => operand.Type is not BufferType || operand.Equals(value) || _view.ClassOf(operand) != memory || _view.NodeOf(_view.RegionOf(operand)).IsWithin(_view.NodeOf(loop.Body)));
        if (!alone || !_fusion.IsPrivate(memory))
            return null;
        own[value.Id] = AllocateIn(outer, value.Type, allocate, value.Name, isShadow: false);
        _view.StandsFor(own[value.Id], value);
        return own[value.Id];
    }

    // The copy reads outer values as the reverse sweep has them; their adjoints are those of the values themselves.
    private IrValue NeedByName(ReverseScope scope, IrValue value)
    {
        var found = Need(scope, value);
        if (found.Id != value.Id)
            _view.StandsFor(found, value);
        return found;
    }

    /// <summary>The region that holds an iteration's work: the body, or where it begins with the test that ends the loop, the branch that goes on.</summary>
    private static Region FusedWork(Region body)
    {
        if (body.Ops.Length > 0 && body.Ops[body.Ops.Length - 1] is IfOp { Then.End: Break } test)
            return test.Else;
        if (body.Ops.Length > 0 && body.Ops[body.Ops.Length - 1] is IfOp { Else.End: Break } reversed)
            return reversed.Then;
        return body;
    }
}
