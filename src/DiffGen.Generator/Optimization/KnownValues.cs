using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization;

/// <summary>
/// Takes <c>valueOf</c> out of finished cores: nothing will be differentiated again, so that the value is enough, and of the formula beside it
/// only those parts stay that derivatives use.
/// </summary>
internal sealed class KnownValues : RegionPass
{
    public static Cores Finish(Cores cores, TransformOptions options)
    {
        return options.Optimize ? cores.Map(Finish) : cores;

        CoreFunction Finish(CoreFunction core) => OpShape.AllOps(core.Body).Any(IsKnown) ? core with { Body = Optimizer.RunOnLanes(new KnownValues().Run(core.Body), options) } : core;
    }

    protected override void Visit(Op op, List<Op> output)
    {
        if (IsKnown(op))
            Replace(((ApplyOp)op).Result, ((ApplyOp)op).Arguments[0]);
        else
            output.Add(Descend(op));
    }

    private static bool IsKnown(Op op) => op is ApplyOp { Primitive: "valueOf" };
}
