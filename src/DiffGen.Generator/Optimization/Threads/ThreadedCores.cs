using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Analysis;
using DiffGen.Generator.Common;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization.Threads;

/// <summary>Runs the outermost independent loops of finished cores on several threads: those of gradients, of <c>FVjp</c> and of batches.</summary>
internal static class ThreadedCores
{
    public static Cores Finish(Cores cores, IrUnit unit, CallEffects effects, TransformOptions options)
    {
        if (!options.Optimize || options.DetectAnomaly || options.DisabledPasses.Contains(nameof(ThreadedLoops)))
            return cores with { OneThread = options.DetectAnomaly ? "DetectAnomaly looks at numbers in their order" : "that optimisation is switched off" };
        var helpers = cores.Helpers.ToList();
        var derived = cores.Derived.ToList();
        string? reason = null;
        bool isThreaded = false;
        var threaded = cores with
        {
            Reverse = cores.Reverse.Map(core => core with { Function = Finish(core.Function) }),
            Batch = cores.Batch is { } batch ? Finish(batch) : null,
        };
        return threaded with
        {
            Helpers = helpers.ToEquatableArray(),
            Derived = derived.ToEquatableArray(),
            OneThread = isThreaded ? null : reason ?? "it has no loop outside of others",
        };

        CoreFunction Finish(CoreFunction core)
        {
            var loops = new ThreadedLoops(core, unit.Root.Signature, effects, options.Fast);
            var result = loops.Run();
            helpers.AddRange(loops.Chunks);
            derived.AddRange(loops.Methods);
            isThreaded |= loops.Chunks.Count > 0;
            reason ??= loops.Reason;
            return result;
        }
    }
}
