using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Analysis;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;
using DiffGen.Generator.Optimization.Lanes;

namespace DiffGen.Generator.Optimization.Jam;

/// <summary>
/// Loops whose iterations each wait for sums of their own take four iterations side by side (unroll and jam): an addition waits for the one before it, so that one sum at a
/// time leaves the processor idle, while four sums that do not wait for each other fill it, and read once what they share. Each sum keeps its order, and every bit.
/// </summary>
/// <remarks>For finished cores: inside loops that will run in lanes, and where lanes are not to be had.</remarks>
internal sealed class JammedLoops
{
    private readonly MethodFacts _facts;
    private readonly HashSet<int> _inLanes;
    private readonly bool _anyOrder;
    private readonly IdSource _ids;
    private bool _changed;

    private JammedLoops(CoreFunction core, CallEffects effects, HashSet<int> inLanes, bool anyOrder)
    {
        _facts = new MethodFacts(core.Parameters, core.Body, effects);
        _inLanes = inLanes;
        _anyOrder = anyOrder;
        int label = OpShape.AllOps(core.Body).Select(op => op switch { ForOp o => o.Label, LoopOp o => o.Label, BlockOp o => o.Label, _ => 0 }).DefaultIfEmpty(0).Max();
        _ids = new IdSource(core.NextId, System.Math.Max(label, IrMethod.ReturnLabel) + 1);
    }

    /// <param name="anyOrder">All sums may be taken in any order.</param>
    public static CoreFunction Run(CoreFunction core, CallEffects effects, TransformOptions options, bool anyOrder)
    {
        if (!options.Optimize || options.DetectAnomaly || options.DisabledPasses.Contains(nameof(JammedLoops)) || !OpShape.AllOps(core.Body).Any(op => op is ForOp loop && SumLoop.In(loop) is not null))
            return core;
        var inLanes = LoopLanes.LoopsInLanes(core, effects, options, anyOrder);
        var pass = new JammedLoops(core, effects, inLanes, anyOrder);
        var body = pass.Rewrite(core.Body, isInLanes: false);
        if (!pass._changed)
            return core;
        var jammed = core with { Body = Optimizer.Run(body, options), NextId = pass._ids.NextId };
        // Lanes are worth more.
        return inLanes.IsSubsetOf(LoopLanes.LoopsInLanes(jammed, effects, options, anyOrder)) ? jammed : core;
    }

    private Region Rewrite(Region region, bool isInLanes)
    {
        var builder = new RegionBuilder(_ids);
        foreach (var op in region.Ops)
        {
            switch (op)
            {
                case IfOp o:
                    builder.Add(o with { Then = Rewrite(o.Then, isInLanes), Else = Rewrite(o.Else, isInLanes) });
                    break;
                case BlockOp o:
                    builder.Add(o with { Body = Rewrite(o.Body, isInLanes) });
                    break;
                case LoopOp o:
                    builder.Add(o with { Body = Rewrite(o.Body, isInLanes) });
                    break;
                case ForOp o when IsWorthIt(o, isInLanes) && SumLoop.In(o) is { } sums && JamSafety.Of(_facts, sums) is { } safety:
                    new JamWriter(_ids, _facts, sums).Write(builder, safety);
                    _changed = true;
                    break;
                case ForOp o:
                    builder.Add(o with { Body = Rewrite(o.Body, isInLanes || _inLanes.Contains(o.Label)) });
                    break;
                default:
                    builder.Add(op);
                    break;
            }
        }
        return region with { Ops = [.. builder.TakeOps()] };
    }

    // Where the inner loop may take its sums in any order, it runs in lanes with several of them.
    private bool IsWorthIt(ForOp loop, bool isInLanes) =>
        !_inLanes.Contains(loop.Label) && !HasFewIterations(loop)
        && (isInLanes || !_anyOrder || !loop.Body.Ops.OfType<ForOp>().Any(inner => _inLanes.Contains(inner.Label)));

    private bool HasFewIterations(ForOp loop) =>
        _facts.ConstantOf(loop.Start) is { IsOpaque: false } start && _facts.ConstantOf(loop.End) is { IsOpaque: false } end
        && System.Math.Abs(end.Bits - start.Bits) / System.Math.Abs(loop.Step) < JamWriter.Iterations;
}
