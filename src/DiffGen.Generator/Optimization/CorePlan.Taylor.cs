using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization;

// Taylor expansions: forward mode with power series in the place of tangents.
internal static partial class CorePlan
{
    private static Cores WithTaylor(Cores cores, IrUnit unit, TransformOptions options, ISet<int> activeLeaves)
    {
        // What is not finite in a series says nothing of the value.
        var plain = options with { DetectAnomaly = false };
        var forward = ForwardCalls.Build(WithLocalStorage(unit), activeLeaves, new HashSet<int> { 0 }, asSeries: true).Select(core => Optimized(core, plain)).ToList();
        var form = new WideningForm(From(forward[0].Parameters.Length, unit.Root.Parameters.Length), From(forward[0].ResultTypes.Length, AbiLeaves.OfResults(unit.Root.Signature).Length));
        var helpers = new List<CoreFunction>();
        var core = Widened(unit, [], forward[0], form, forward[0].Variant, forward, plain, helpers, [LaneWidth.Series]);
        return cores with { Taylor = core, Helpers = [.. cores.Helpers, .. helpers] };
    }
}
