using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Analysis;
using DiffGen.Generator.Common;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization;

/// <summary>
/// Local memory that has to be a real array, a row of a jagged one or a <c>T[,]</c>, is lent by the tape where nobody knows it after the core: the next call
/// finds it again, and nothing is allocated per call.
/// </summary>
internal static class LentArrays
{
    public static Cores Finish(Cores cores, TransformOptions options)
    {
        if (!options.Optimize || options.DisabledPasses.Contains(nameof(LentArrays)))
            return cores;
        var all = new List<CoreFunction>();
        cores.Map(core =>
        {
            all.Add(core);
            return core;
        });
        if (!all.Exists(core => OpShape.AllOps(core.Body).Any(IsRealArray)))
            return cores;
        var leaks = new CallLeaks(all);
        var called = new HashSet<(string, CoreKind, string)>(all.SelectMany(core => OpShape.AllOps(core.Body)).OfType<CallOp>()
            .Select(call => (call.Callee, Cores.KindOf(call.Kind), call.Variant)));
        // A function that several companions use stays one.
        var finished = new Dictionary<CoreFunction, CoreFunction>(ReferenceComparer<CoreFunction>.Instance);
        foreach (var core in all)
            finished[core] = Lend(core);
        return cores.Map(core => finished[core]);

        CoreFunction Lend(CoreFunction core)
        {
            if (!core.UsesTape && !IsRoot(core))
                return core;
            var pass = new Pass(leaks.Of(core));
            var body = pass.Run(core.Body);
            return pass.Changed ? core with { Body = body, UsesTape = true } : core;
        }

        // Entries rent a tape where their core needs one; whoever calls a core without a tape has none to give it.
        bool IsRoot(CoreFunction core) =>
            (ReferenceEquals(core, cores.Jvp) || ReferenceEquals(core, cores.Hvp) || cores.Reverse.Any(reverse => ReferenceEquals(reverse.Function, core)))
            && !called.Contains((core.Callee, core.Kind, core.Variant));
    }

    private static bool IsRealArray(Op op) =>
        op is AllocateOp { Storage: Storage.Heap or Storage.Scratch, Result.Type: BufferType { Kind: BufferKind.Array or BufferKind.Array2D } };

    private sealed class Pass(LeakedReferences known) : RegionPass
    {
        protected override void Visit(Op op, List<Op> output)
        {
            bool isLent = op is AllocateOp made && IsRealArray(op) && !known.Contains(made.Result);
            Changed |= isLent;
            output.Add(isLent ? (AllocateOp)op with { Storage = Storage.Lent } : Descend(op));
        }
    }
}
