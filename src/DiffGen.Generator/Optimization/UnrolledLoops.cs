using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;
using DiffGen.Generator.Optimization.Demand;

namespace DiffGen.Generator.Optimization;

/// <summary>
/// Short loops of a few iterations, such as those of products of small matrices, become straight code, in which indices are constants: beside several
/// directions at once, counting and finding the elements takes longer than the arithmetic.
/// </summary>
/// <remarks>For cores of vector mode, before they are widened: iterations run in their order, so that every bit stays.</remarks>
internal sealed class UnrolledLoops : RegionPass
{
    private const int MostIterations = 4;

    // Operations that one loop may become, and by how many all loops of a core may grow: longer methods are compiled worse.
    private const int MostOps = 256;
    private const int MostGrowth = 2000;

    private readonly IdSource _ids;
    private readonly HashSet<int> _repeated;
    private int _growth;

    private UnrolledLoops(CoreFunction core)
    {
        _ids = new IdSource(core.NextId, OpShape.AllOps(core.Body).Select(op => op switch { ForOp o => o.Label, LoopOp o => o.Label, BlockOp o => o.Label, _ => 0 }).Append(IrMethod.ReturnLabel).Max() + 1);
        _repeated = new(OpShape.AllOps(core.Body).OfType<ForOp>().Select(loop => loop.Repeats));
    }

    public static CoreFunction Run(CoreFunction core, TransformOptions options)
    {
        if (!options.Optimize || options.DetectAnomaly || options.DisabledPasses.Contains(nameof(UnrolledLoops)))
            return core;
        var pass = new UnrolledLoops(core);
        var body = pass.Run(core.Body);
        return pass.Changed ? core with { Body = Optimizer.Run(body, options), NextId = pass._ids.NextId } : core;
    }

    protected override void Visit(Op op, List<Op> output)
    {
        // Inner loops first.
        var visited = Descend(op);
        if (visited is ForOp loop && TripsOf(loop) is { } trips)
            Unroll(loop, trips, output);
        else
            output.Add(visited);
    }

    private long? TripsOf(ForOp loop)
    {
        if (ConstantOf(loop.Start) is not { IsOpaque: false } start || ConstantOf(loop.End) is not { IsOpaque: false } end || loop.Repeats >= 0 || _repeated.Contains(loop.Label))
            return null;
        long distance = loop.Step > 0 ? end.Bits - start.Bits : start.Bits - end.Bits, step = System.Math.Abs(loop.Step);
        long trips = (distance + (loop.Inclusive ? step : step - 1)) / step;
        return trips is > 0 and <= MostIterations && OpShape.AllOps(loop.Body).All(RowLoop.IsPlain) && !RowLoop.HasExits(loop.Body) && HasRoom(loop, trips) ? trips : null;
    }

    private bool HasRoom(ForOp loop, long trips)
    {
        int size = OpShape.AllOps(loop.Body).Count(op => op is not (ConstantOp or CommentOp));
        return trips * size <= MostOps && _growth + (trips - 1) * size <= MostGrowth;
    }

    private void Unroll(ForOp loop, long trips, List<Op> output)
    {
        int before = output.Count;
        var carried = loop.Initial;
        var kind = ((ScalarType)loop.Induction.Type).Kind;
        for (long trip = 0; trip < trips; trip++)
        {
            var copy = new RegionRewriter(_ids);
            var number = _ids.Value(loop.Induction.Type);
            output.Add(new ConstantOp(number, Constant.OfInteger(kind, ConstantOf(loop.Start)!.Bits + (trip * loop.Step))));
            copy.Substitute(loop.Induction, number);
            for (int i = 0; i < carried.Length; i++)
                copy.Substitute(loop.Body.Parameters[i], carried[i]);
            // What is said once about the loop's body need not be said for each of its iterations.
            output.AddRange(loop.Body.Ops.Where(op => trip == 0 || op is not CommentOp).Select(copy.Copy));
            carried = copy.Map(((Yield)loop.Body.End).Values);
        }
        for (int i = 0; i < carried.Length; i++)
            Replace(loop.Results[i], carried[i]);
        _growth += output.Count - before;
        Changed = true;
    }
}
