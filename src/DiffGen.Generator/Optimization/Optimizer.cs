using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;
using DiffGen.Generator.Optimization.Adjoints;
using DiffGen.Generator.Optimization.Demand;
using DiffGen.Generator.Optimization.Fast;
using DiffGen.Generator.Optimization.Jam;
using DiffGen.Generator.Optimization.Lanes;
using DiffGen.Generator.Optimization.Outlining;
using DiffGen.Generator.Optimization.Threads;

namespace DiffGen.Generator.Optimization;

/// <summary>
/// Cleans up what the transforms wrote. Every pass keeps primal values and derivatives to the bit, exceptions, and the order of effects.
/// </summary>
internal static class Optimizer
{
    // Each round can uncover work for the next; what is left after so many is not worth the compile time.
    private const int MostRounds = 4;

    private delegate Region Pass(Region region, out bool changed);

    private static readonly (string Name, Pass Run)[] s_passes =
    [
        (nameof(ConstantFolding), Walk(_ => new ConstantFolding())),
        (nameof(AlgebraicSimplification), Walk(_ => new AlgebraicSimplification())),
        (nameof(ControlSimplification), Walk(_ => new ControlSimplification())),
        (nameof(UnreachableCode), Walk(_ => new UnreachableCode())),
        (nameof(LoopInvariants), Walk(_ => new LoopInvariants())),
        (nameof(SlotForwarding), Walk(_ => new SlotForwarding())),
        (nameof(CommonSubexpressions), Walk(region => new CommonSubexpressions(region))),
        (nameof(DeadCode), DeadCode.Run),
    ];

    /// <summary>The passes by name, in the order in which they run.</summary>
    public static IEnumerable<string> Passes =>
    [
        nameof(InvariantCode), nameof(OnePassCores), nameof(SavedRow), nameof(MergedSweeps), .. s_passes.Select(pass => pass.Name), nameof(SignedSums), nameof(WhileLoops), nameof(BestOfLoops), nameof(DemandedTangents), DemandedTangents.DemandedValues, nameof(UnrolledLoops), nameof(SumPromotion),
        nameof(ThreadedLoops), nameof(AdjointStores), nameof(JammedLoops), nameof(LoopLanes), nameof(HoistedChecks),
        .. FastCores.Passes, nameof(LentArrays), nameof(OutlinedLoops),
    ];

    /// <summary>Optimises the body of a function until nothing changes, or for a few rounds.</summary>
    public static Region Run(Region body, TransformOptions options)
    {
        if (!options.Optimize)
            return body;
        bool changed = true;
        for (int round = 0; changed && round < MostRounds; round++)
        {
            changed = false;
            foreach (var (name, pass) in s_passes)
            {
                if (options.DisabledPasses.Contains(name))
                    continue;
                body = pass(body, out bool differs);
                changed |= differs;
            }
        }
        return body;
    }

    /// <summary>Cleans up after the widening of an optimised body, with those passes that need not understand lanes.</summary>
    public static Region RunOnLanes(Region body, TransformOptions options)
    {
        if (!options.Optimize)
            return body;
        foreach (var (name, pass) in s_passes)
        {
            if (name is nameof(CommonSubexpressions) or nameof(DeadCode) && !options.DisabledPasses.Contains(name))
                body = pass(body, out _);
        }
        return body;
    }

    /// <summary>Optimises a body whose derivatives are sets: what only the numbers needed goes.</summary>
    public static Region RunOnSets(Region body, TransformOptions options) =>
        Run(body, options with { DisabledPasses = [.. options.DisabledPasses, nameof(AlgebraicSimplification), nameof(ConstantFolding)] });

    /// <summary>Optimises a core function.</summary>
    public static CoreFunction Run(CoreFunction core, TransformOptions options)
    {
        // Anomalies are looked for in the primal first.
        if (options.Optimize && core.Kind == CoreKind.Reverse && !options.DetectAnomaly && !options.DisabledPasses.Contains(nameof(MergedSweeps)))
            core = MergedSweeps.Run(core);
        return core with { Body = Run(core.Body, options) };
    }

    private static Pass Walk(Func<Region, RegionPass> create)
    {
        return (Region region, out bool changed) =>
        {
            var pass = create(region);
            var result = pass.Run(region);
            changed = pass.Changed;
            return result;
        };
    }
}
