using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Differentiation;

/// <summary>
/// The primal sweep of a reverse core: the primal code unchanged, plus what stores the values that the reverse sweep asked for.
/// </summary>
internal sealed class ForwardSweep
{
    private readonly ReverseSweep _reverse;
    private readonly PrimalView _view;
    private readonly IdSource _ids;
    private readonly LoopFusion _fusion;

    public ForwardSweep(ReverseSweep reverse, PrimalView view, IdSource ids, LoopFusion fusion)
    {
        _reverse = reverse;
        _view = view;
        _ids = ids;
        _fusion = fusion;
    }

    /// <summary>What the code being written is in: the frame that stores its values, and what each exit of the iteration must do first.</summary>
    private sealed record Place(Frame Frame, int Label, Func<List<Op>> BeforeExit, IrValue? Index, IReadOnlyDictionary<int, IrValue> Blocks, IrValue? NextCount,
        bool RunsAgain = false);

    /// <summary>The operations of a method body whose values stay in scope, with the slots of values in branches declared first.</summary>
    public List<Op> Direct(Region body, Frame frame)
    {
        var place = new Place(frame, -1, () => [], null, Empty, null);
        var ops = Ops(body, place);
        return [.. Slots(frame), .. ops];
    }

    /// <summary>The body of a fused loop: primal code, then the adjoint code of the same iteration.</summary>
    public Region Joint(Region body, Region work, Frame frame, Frame workFrame, List<Op> adjoint, EquatableArray<IrValue> next, EquatableArray<IrValue> carried,
        bool takesScratch)
    {
        EquatableArray<IrValue> parameters = [.. body.Parameters, .. carried];
        var outerPlace = new Place(frame, -1, () => [], null, Empty, null, RunsAgain: true);
        var workPlace = new Place(workFrame, -1, () => [], null, Empty, null, RunsAgain: true);
        List<Op> ops = [.. Slots(workFrame), .. Ops(work, workPlace), .. adjoint];
        if (takesScratch)
        {
            var mark = _ids.Value(IrType.I32, "mark");
            ops = [new ScratchMarkOp(mark), .. ops, new ScratchReleaseOp(mark)];
        }
        var end = OpShape.WithOperands(work.End, [.. OpShape.Operands(work.End), .. next]);
        if (ReferenceEquals(body, work))
            return new Region(parameters, ops.ToEquatableArray(), end);

        var test = (IfOp)body.Ops[body.Ops.Length - 1];
        var working = new Region(default, ops.ToEquatableArray(), end);
        var leaving = ReferenceEquals(test.Else, work) ? test.Then : test.Else;
        leaving = new Region(default, Ops(leaving, outerPlace).ToEquatableArray(), OpShape.WithOperands(leaving.End, [.. OpShape.Operands(leaving.End), .. carried]));
        EquatableArray<IrValue> results = [.. test.Results, .. next.Map(value => _ids.Value(value.Type, value.Name))];
        var choice = ReferenceEquals(test.Else, work)
            ? test with { Results = results, Then = leaving, Else = working }
            : test with { Results = results, Then = working, Else = leaving };
        var before = new List<Op>();
        for (int i = 0; i < body.Ops.Length - 1; i++)
            Append(before, body.Ops[i], body, outerPlace);
        EquatableArray<IrValue> yields = [.. OpShape.Operands(body.End), .. results.Skip(test.Results.Length)];
        return new Region(parameters, [.. Slots(frame), .. before, choice], new Yield(yields));
    }

    private static readonly IReadOnlyDictionary<int, IrValue> Empty = new Dictionary<int, IrValue>();

    private IEnumerable<Op> Slots(Frame frame) =>
        frame.Saved.Where(saved => NeedsSlot(frame, saved.Value)).Select(saved => new SlotOp(saved.Slot));

    /// <summary>A value of a branch must leave it through a slot; so must the results of a choice that can end the loop.</summary>
    private bool NeedsSlot(Frame frame, IrValue value) => frame.Kind switch
    {
        FrameKind.Arrays => false,
        _ => !ReferenceEquals(_view.RegionOf(value), frame.Root) || frame.Kind == FrameKind.Record && _view.OpOf(value) is IfOp,
    };

    private List<Op> Ops(Region region, Place place)
    {
        var ops = new List<Op>();
        foreach (var parameter in region.Parameters)
            Save(ops, parameter, place);
        foreach (var op in region.Ops)
            Append(ops, op, region, place);
        return ops;
    }

    private Region Nested(Region region, Place place)
    {
        var ops = Ops(region, place);
        var end = region.End;
        if (end is Break exit && exit.Label == place.Label)
        {
            ops.AddRange(place.BeforeExit());
            if (place.NextCount is { } count)
                end = OpShape.WithOperands(end, exit.Values.Add(count));
        }
        return new Region(region.Parameters, ops.ToEquatableArray(), end);
    }

    private void Append(List<Op> ops, Op op, Region region, Place place)
    {
        switch (op)
        {
            case IfOp o:
                ops.Add(o with { Then = Nested(o.Then, place), Else = Nested(o.Else, place) });
                break;
            case ForOp or LoopOp:
                AppendLoop(ops, op, place);
                break;
            case CallOp call when _reverse.VariantOf(call) is { } variant:
                ops.Add(call with { Kind = CallKind.Forward, Variant = variant });
                break;
            case StoreOp store when place.RunsAgain && !_fusion.IsRepeatable(_view.ClassOf(store.Buffer)):
                return;
            default:
                ops.Add(op);
                break;
        }
        foreach (var result in OpShape.Results(op))
            Save(ops, result, place);
    }

    private void Save(List<Op> ops, IrValue value, Place place)
    {
        if (place.Frame.Find(value) is not { } saved)
            return;
        if (place.Frame.Kind == FrameKind.Arrays)
            ops.Add(new StoreOp(place.Blocks[value.Id], [place.Index!], default, value));
        else if (NeedsSlot(place.Frame, value))
            ops.Add(new SetSlotOp(saved.Slot, value));
    }

    private void AppendLoop(List<Op> ops, Op op, Place outer)
    {
        var parts = LoopParts.Of(op);
        if (!_reverse.Plans.TryGetValue(op, out var plan) || plan.IsFused)
        {
            var plain = new Place(plan?.Frame ?? new Frame(FrameKind.Direct, parts.Body), -1, () => [], null, Empty, null, outer.RunsAgain);
            var body = LoopWorkspace.Released(_ids, new Region(parts.Body.Parameters, Ops(parts.Body, plain).ToEquatableArray(), parts.Body.End), parts.Label);
            ops.Add(WithBody(op, body));
            return;
        }
        if (plan.Frame.Kind == FrameKind.Arrays)
            AppendArrayLoop(ops, (ForOp)op, plan, outer);
        else
            AppendRecordLoop(ops, parts, plan, outer);
        ops.AddRange(_reverse.PushRows(op));
    }

    private void AppendArrayLoop(List<Op> ops, ForOp loop, LoopPlan plan, Place outer)
    {
        var blocks = new Dictionary<int, IrValue>();
        var front = new RegionBuilder(_ids);
        if (plan.Blocks is { IsOutermost: true, AreUsed: true } outermost)
            front.AddRange(outermost.Allocate());
        else if (plan.Blocks is null && plan.Frame.Saved.Count > 0)
            PushBlocks(front, loop, plan, blocks);
        foreach (var saved in plan.Frame.Saved.Where(_ => plan.Blocks is not null))
            blocks[saved.Value.Id] = saved.Reader;
        var body = new RegionBuilder(_ids);
        IrValue? index = null;
        if (plan.Blocks?.AreUsed ?? plan.Frame.Saved.Count > 0)
            index = LoopBlocks.Place(body, plan.Blocks?.FirstPlace(front, outer.Index), Index(body, loop));
        var place = new Place(plan.Frame, loop.Label, () => [], index, blocks, null, outer.RunsAgain);
        if (plan.Frame.Find(loop.Induction) is not null)
        {
            var first = new List<Op>();
            Save(first, loop.Induction, place);
            body.AddRange(first);
        }
        body.AddRange(Ops(loop.Body, place));
        ops.AddRange(front.TakeOps());
        ops.Add(loop with { Body = LoopWorkspace.Released(_ids, body.Finish(loop.Body.End) with { Parameters = loop.Body.Parameters }, loop.Label) });
    }

    private void PushBlocks(RegionBuilder front, ForOp loop, LoopPlan plan, Dictionary<int, IrValue> blocks)
    {
        bool zero = _view.ConstantOf(loop.Start) is { Bits: 0 };
        var count = TripCounts.Emit(front, loop, loop.Start, loop.End, zero && _view.OpOf(loop.End) is LengthOp);
        foreach (var saved in plan.Frame.Saved)
        {
            var block = _ids.Value(saved.Reader.Type, saved.Reader.Name);
            front.Add(new TapePushOp(block, count, Zeroed: false, saved.Block));
            blocks[saved.Value.Id] = block;
        }
    }

    // The number of the iteration, from the induction value.
    private IrValue Index(RegionBuilder body, ForOp loop)
    {
        var type = loop.Induction.Type;
        var index = loop.Induction;
        if (_view.ConstantOf(loop.Start) is not { Bits: 0 } || loop.Step < 0)
            index = loop.Step > 0 ? body.Apply("sub", type, index, loop.Start) : body.Apply("sub", type, loop.Start, index);
        long step = Math.Abs(loop.Step);
        if (step != 1)
            index = body.Apply("div", type, index, body.Constant(Constant.OfInteger(((ScalarType)type).Kind, step)));
        return type == IrType.I32 ? index : body.Apply("convert", IrType.I32, index);
    }

    private void AppendRecordLoop(List<Op> ops, LoopParts parts, LoopPlan plan, Place outer)
    {
        IrValue? counter = plan.Count is null ? null : _ids.Value(IrType.I32, "count");
        var body = new RegionBuilder(_ids);
        IrValue? next = null;
        if (counter is not null)
            next = body.ApplyNamed("count", "add", IrType.I32, counter, body.Int(1));
        var place = new Place(plan.Frame, parts.Label, () => Push(plan.Frame), null, Empty, next, outer.RunsAgain);
        foreach (var slot in Slots(plan.Frame))
            body.Add(slot);
        body.AddRange(Ops(parts.Body, place));
        var end = parts.Body.End;
        if (end is Yield yield)
        {
            body.AddRange(Push(plan.Frame));
            if (next is not null)
                end = new Yield(yield.Values.Add(next));
        }
        var parameters = counter is null ? parts.Body.Parameters : parts.Body.Parameters.Add(counter);
        var region = LoopWorkspace.Released(_ids, body.Finish(end) with { Parameters = parameters }, parts.Label);
        var op = WithBody(parts.Op, region);
        if (counter is not null)
        {
            var zero = _ids.Value(IrType.I32);
            ops.Add(new ConstantOp(zero, Constant.Of(0)));
            op = op switch
            {
                ForOp o => o with { Initial = o.Initial.Add(zero), Results = o.Results.Add(plan.Count!) },
                LoopOp o => o with { Initial = o.Initial.Add(zero), Results = o.Results.Add(plan.Count!) },
                _ => op,
            };
        }
        ops.Add(op);
        if (plan.Count is not null)
            Save(ops, plan.Count, outer);
    }

    private List<Op> Push(Frame frame)
    {
        var reads = new List<Op>();
        var pushes = Records.Push(frame, _ids, saved =>
        {
            if (!NeedsSlot(frame, saved.Value))
                return saved.Value;
            var value = _ids.Value(saved.Value.Type, saved.Value.Name);
            reads.Add(new GetSlotOp(value, saved.Slot));
            return value;
        });
        return [.. reads, .. pushes];
    }

    /// <summary>The record of a callee: what its pullback needs of its own values.</summary>
    public List<Op> CallRecord(Region body, Frame frame)
    {
        var place = new Place(frame, -1, () => [], null, Empty, null);
        var ops = Ops(body, place);
        return [.. Slots(frame), .. ops, .. Push(frame)];
    }

    private static Op WithBody(Op op, Region body) => op switch
    {
        ForOp o => o with { Body = body },
        LoopOp o => o with { Body = body },
        _ => throw new ArgumentException($"{op.GetType().Name} is not a loop."),
    };
}
