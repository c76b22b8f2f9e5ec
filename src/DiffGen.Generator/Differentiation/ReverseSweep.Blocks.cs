using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Differentiation;

// Loops that stand in one scope with their mirror keep what they save in workspace.
internal sealed partial class ReverseSweep
{
    private const int DeepestBound = 4;

    // What saving must win to be worth the memory.
    private const int Margin = 4;

    private readonly Dictionary<Op, RepetitionCost> _costs = new(ReferenceComparer<Op>.Instance);

    // What a loop that stands in no iteration must win for each cheap operation's worth of memory traffic: its blocks grow with the number of iterations.
    private const int WorthGrowing = 4;

    /// <summary>
    /// Whether a loop that could be fused had better run once and save: inside an iteration that runs both sweeps, where the blocks are as small as
    /// one iteration's. Elsewhere memory grows with the number of iterations, which only functions of the C library are worth, in a loop that would
    /// have to run twice.
    /// </summary>
    private bool SavesInstead(LoopParts parts, ReverseScope outer)
    {
        if (!_options.Recompute || !CanHaveBlocks(parts, outer) || !IsDearToRepeat(parts.Op))
            return false;
        return (EnclosingBlocks(outer)?.Scope ?? outer).Parent is not null
            || CostOf(parts.Op) is var cost && cost.Repeating > WorthGrowing * cost.Saving && !parts.Body.Ops.Any(op => op is ForOp or LoopOp) && WaitsForPrimal(parts, outer);
    }

    /// <summary>Whether the adjoint that a loop starts from is made of what the primal computes in the loop or behind it: the two sweeps cannot become one.</summary>
    private bool WaitsForPrimal(LoopParts parts, ReverseScope outer)
    {
        int start = _view.Facts.PositionOf(_view.Original(parts.Op));
        var definitions = outer.Builder.TakeOps().SelectMany(op => OpShape.Results(op), (op, result) => (op, result)).ToDictionary(pair => pair.result.Id, pair => pair.op);
        var pending = new Stack<IrValue>(parts.Results.Select(result => FindAdjoint(outer, result)).Where(adjoint => adjoint is not null).Select(adjoint => adjoint!));
        var seen = new HashSet<int>();
        while (pending.Count > 0)
        {
            var value = pending.Pop();
            if (!seen.Add(value.Id))
                continue;
            Op? op = null;
            if (!_view.IsPrimal(value))
                definitions.TryGetValue(value.Id, out op);
            else if (_view.OpOf(value) is { } primal && _view.Facts.PositionOf(_view.Original(primal)) >= start)
                op = primal;
            if (op is not null && _view.IsPrimal(value) && op is not (ConstantOp or ApplyOp or SelectOp or LengthOp))
                return true;
            if (op is not null)
            {
                foreach (var operand in OpShape.AllOps(new Region(default, [op], new Yield(default))).SelectMany(OpShape.Operands))
                    pending.Push(operand);
            }
        }
        return false;
    }

    private bool IsDearToRepeat(Op op)
    {
        var cost = CostOf(op);
        return cost.SavesAnything && cost.Repeating > cost.Saving + Margin;
    }

    private RepetitionCost CostOf(Op op)
    {
        var original = _view.Original(op);
        if (!_costs.TryGetValue(original, out var cost))
            _costs[original] = cost = new RepetitionCost(_view, LoopParts.Of(original), _view.Facts.Root);
        return cost;
    }

    // Directly in one scope with its mirror, or in a loop that is: see PlanInScope. References are kept on the tape.
    private bool CanHaveBlocks(LoopParts parts, ReverseScope outer) =>
        parts.Op is ForOp && !parts.HasBreak && ReferenceEquals(outer.Primal, outer.Frame.Root) && !MakesReferences(parts.Body)
        && (outer.Frame.Kind == FrameKind.Direct || EnclosingBlocks(outer) is not null);

    private LoopBlocks? EnclosingBlocks(ReverseScope outer) => outer.Frame.Kind == FrameKind.Arrays ? _plans[outer.Loop!.Op].Blocks : null;

    private static bool MakesReferences(Region body) => body.Parameters.Any(IsKept)
        || body.Ops.Any(op => OpShape.Results(op).Any(IsKept) || OpShape.Regions(op).Any(MakesReferences));

    private static bool IsKept(IrValue value) => value.Type is BufferType { Kind: not (BufferKind.Span or BufferKind.ReadOnlySpan) };

    /// <summary>Gives a counted loop blocks of workspace if it stands in one scope with its mirror, or directly in a loop that does and runs equally
    /// often in each of its iterations.</summary>
    private LoopPlan? PlanInScope(LoopParts parts, ReverseScope outer)
    {
        if (!CanHaveBlocks(parts, outer))
            return null;
        var loop = (ForOp)parts.Op;
        var enclosing = EnclosingBlocks(outer);
        var front = enclosing?.Front ?? new RegionBuilder(_ids);
        var scope = enclosing?.Scope ?? outer;
        if (InFront(front, scope, loop.Start) is not { } start || InFront(front, scope, loop.End) is not { } end)
            return null;
        var plan = new LoopPlan(new Frame(FrameKind.Arrays, parts.Body), fused: false);
        plan.Blocks = new LoopBlocks(plan, front, enclosing, scope)
        {
            Trips = TripCounts.Emit(front, loop, start, end, IsZero(loop.Start) && _view.OpOf(loop.End) is LengthOp),
        };
        return plan;
    }

    /// <summary>A bound of a loop, as it can be had in front of the outermost loop of a nest; null if it can not.</summary>
    private IrValue? InFront(RegionBuilder front, ReverseScope scope, IrValue value, int depth = 0)
    {
        if (!_view.IsPrimal(value) || FindHome(scope, value) is not null)
            return value;
        switch (_view.OpOf(value))
        {
            case ConstantOp constant:
                return front.Constant(constant.Value, value.Type);
            case LengthOp { Buffer.Type: BufferType { Kind: BufferKind.Span or BufferKind.ReadOnlySpan } } length
                when !_view.IsPrimal(length.Buffer) || FindHome(scope, length.Buffer) is not null:
                return front.Length(length.Buffer, length.Dimension);
            case ApplyOp { Primitive: "add" or "sub" or "mul", Checked: false } sum when depth < DeepestBound:
                var operands = sum.Arguments.Select(argument => InFront(front, scope, argument, depth + 1)).ToList();
                return operands.Contains(null) ? null : front.Apply(sum.Primitive, sum.Result.Type, [.. operands.Select(operand => operand!)]);
            default:
                return null;
        }
    }

    /// <summary>The place of an iteration in the blocks of its loop.</summary>
    private IrValue PlaceOf(ReverseScope loop)
    {
        if (_plans[loop.Loop!.Op].Blocks is not { IsOutermost: false } blocks)
            return loop.Iteration!;
        return loop.Place ??= LoopBlocks.Place(loop.Builder, blocks.FirstPlace(loop.Parent!.Builder, PlaceOf(FrameScope(loop.Parent!))), loop.Iteration!);
    }
}
