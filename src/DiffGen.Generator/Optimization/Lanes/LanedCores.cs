using System.Linq;
using DiffGen.Generator.Analysis;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;
using DiffGen.Generator.Optimization.Adjoints;
using DiffGen.Generator.Optimization.Jam;

namespace DiffGen.Generator.Optimization.Lanes;

/// <summary>Runs the loops of finished cores in lanes: nothing will be differentiated or widened again.</summary>
internal static class LanedCores
{
    public static Cores Finish(Cores cores, CallEffects effects, TransformOptions options)
    {
        return cores with
        {
            Jvp = cores.Jvp is { } jvp ? Finish(jvp) : null,
            Hvp = cores.Hvp is { } hvp ? Finish(hvp) : null,
            Batch = cores.Batch is { } batch ? Finish(batch) : null,
            Reverse = cores.Reverse.Map(core => core with { Function = Finish(core.Function) }),
            Helpers = cores.Helpers.Map(Finish),
            Split = cores.Split is { } split ? new SplitCores(Finish(split.Forward), Finish(split.Pullback)) : null,
            Jacobian = cores.Jacobian?.Map(Finish),
        };

        // Whoever calls a core without a tape has none to give it.
        CoreFunction Finish(CoreFunction core)
        {
            var laned = LoopLanes.Run(JammedLoops.Run(AdjointStores.Run(SumPromotion.Run(core, options), effects, options), effects, options, anyOrder: options.Fast), effects, options, anyOrder: options.Fast);
            return laned.UsesTape && !core.UsesTape && !core.IsChunk && (cores.Helpers.Contains(core) || cores.Helpers.Append(core).Any(caller => Calls(caller, core))) ? core : laned;
        }
    }

    private static bool Calls(CoreFunction caller, CoreFunction core) =>
        OpShape.AllOps(caller.Body).OfType<CallOp>().Any(call => call.Callee == core.Callee && Cores.KindOf(call.Kind) == core.Kind && call.Variant == core.Variant);
}
