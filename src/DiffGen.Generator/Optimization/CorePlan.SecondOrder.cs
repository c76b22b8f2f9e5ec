using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Analysis;
using DiffGen.Generator.Common;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization;

// Second order: the cores of the first, differentiated again.
internal static partial class CorePlan
{
    /// <summary>Adds the core of the Hessian times a direction, and what it calls.</summary>
    private static Cores WithHvp(Cores cores, IrUnit unit, CallEffects effects, TransformOptions options, ISet<int> activeLeaves, ISet<int> activeResults)
    {
        var (made, derived) = HvpCores(unit, effects, options, activeLeaves, activeResults);
        return cores with { Hvp = made[0], Helpers = [.. cores.Helpers, .. made.Skip(1)], Derived = [.. cores.Derived, .. derived] };
    }

    /// <summary>The core of the Hessian times a direction, first, and what it calls; and the derived methods that these belong to.</summary>
    private static (List<CoreFunction> Cores, EquatableArray<IrMethod> Derived) HvpCores(IrUnit unit, CallEffects effects, TransformOptions options,
        ISet<int> activeLeaves, ISet<int> activeResults)
    {
        var root = unit.Root;
        var variants = new CallVariants();
        var firstOrder = options with { DetectAnomaly = false, HasTangents = true };
        var normal = Normalized(root, effects, options);
        var transform = new ReverseTransform(normal, effects, firstOrder, variants);
        int returnLeaves = AbiLeaves.OfReturn(root.Signature).Length;
        var gradient = Optimized(transform.Reverse(activeLeaves, activeResults, returnLeaves, new ReverseForm(WithValue: false, SeedOne: true)), firstOrder);
        var derived = new List<IrMethod>();
        var called = Helpers(unit, effects, firstOrder, variants, derived);
        List<IrMethod> methods = [root, .. unit.Callees, .. derived];
        EquatableArray<IrMethod> helpers = [.. called.Select(helper => AdjointTower.MethodOf(helper, methods.First(method => method.Key == helper.Callee))), .. derived];

        var made = HessianVector.Build(unit, gradient, helpers, activeLeaves, effects.Of(root.Key, root.Parameters.Length).Writes);
        List<CoreFunction> optimized = [.. made.Select(core => Optimized(core, options, normal.NextId))];
        optimized[0] = optimized[0] with { UsesTape = ReverseTransform.NeedsTape(optimized[0].Body) || optimized.Skip(1).Any(core => core.UsesTape) };
        return (optimized, helpers);
    }
}
