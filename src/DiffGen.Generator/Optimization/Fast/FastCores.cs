using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization.Fast;

/// <summary>
/// What <c>FloatingPoint.Fast</c> allows, done to finished cores: nothing will be differentiated or widened again. Values change in their last
/// places; what is NaN, infinite or zero stays so.
/// </summary>
internal static class FastCores
{
    private static readonly (string Name, Func<Region, IdSource, Region> Run)[] s_passes =
    [
        (nameof(PowerExpansion), (region, ids) => new PowerExpansion(ids).Run(region)),
        (nameof(SharedReciprocals), (region, ids) => new SharedReciprocals(region, ids).Run(region)),
        (nameof(SinesAndCosines), (region, ids) => new SinesAndCosines(region, ids).Run(region)),
        (nameof(VectorMathematics), (region, _) => new VectorMathematics().Run(region)),
        (nameof(Contraction), (region, ids) => new Contraction(region, ids).Run(region)),
    ];

    /// <summary>The passes by name, in the order in which they run.</summary>
    public static IEnumerable<string> Passes => s_passes.Select(pass => pass.Name);

    public static Cores Finish(Cores cores, TransformOptions options) => options is { Fast: true, Optimize: true } ? cores.Map(core => Finish(core, options)) : cores;

    private static CoreFunction Finish(CoreFunction core, TransformOptions options)
    {
        var ids = new IdSource(core.NextId, nextLabel: 0);
        var body = core.Body;
        foreach (var (name, run) in s_passes)
        {
            // What one pass writes twice, the next one should see once.
            if (!options.DisabledPasses.Contains(name))
                body = Optimizer.RunOnLanes(run(body, ids), options);
        }
        return core with { Body = body, NextId = ids.NextId };
    }

    /// <summary>Numbers, or several of them side by side; not sets and series, whose arithmetic is another.</summary>
    public static bool IsNumber(IrType type) => type.IsFloat || type is LaneType { IsSet: false, IsSeries: false };

    /// <summary>A constant of the type of a value, for one number or each lane.</summary>
    public static ConstantOp ConstantOf(IrValue result, double number) =>
        new(result, (result.Type as ScalarType)?.Kind == ScalarKind.F32 || result.Type is LaneType { Kind: ScalarKind.F32 } ? Constant.Of((float)number) : Constant.Of(number));
}
