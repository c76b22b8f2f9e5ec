using System.Linq;
using DiffGen.Generator.Analysis;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization;

internal static partial class CorePlan
{
    private static SplitCores Split(IrMethod method, DifferentiableRequest request, CallEffects effects, TransformOptions options, CallVariants variants)
    {
        var activeLeaves = ActiveParameters(method.Signature, request);
        int returnLeaves = AbiLeaves.OfResults(method.Signature).Count(leaf => leaf.Parameter == AbiLeaf.Return);
        string variant = "split:" + string.Concat(method.Parameters.Select((_, i) => activeLeaves.Contains(i) ? 'a' : '-'));
        var split = new ReverseTransform(method, effects, options, variants).Retained(activeLeaves, ActiveResults(method.Signature, request), returnLeaves, variant);
        // Both halves are given the tape, whatever they do with it.
        return new SplitCores(Optimized(split.Forward, options, method.NextId) with { UsesTape = true }, Optimized(split.Pullback, options, method.NextId) with { UsesTape = true });
    }
}
