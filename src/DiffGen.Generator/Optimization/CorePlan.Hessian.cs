using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Analysis;
using DiffGen.Generator.Common;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization;

// The cores of a Hessian: the Hessian times a direction, in lanes for the values and with index sets for the pattern of a sparse one.
internal static partial class CorePlan
{
    private static Cores WithHessian(Cores cores, IrUnit unit, CallEffects effects, DifferentiableRequest request, TransformOptions options,
        ISet<int> activeLeaves, ISet<int> activeResults)
    {
        var signature = unit.Root.Signature;
        var inputs = JacobianShape.Of(signature, request, new HashSet<int>()).Columns;
        var shape = new JacobianShape(inputs, inputs);
        bool isSingle = JacobianShape.KindOf(signature, request) == ScalarKind.F32;
        var helpers = new List<CoreFunction>();

        var (made, derived) = HvpCores(unit, effects, options, activeLeaves, activeResults);
        var values = Widen(made, options, Widths(shape.ColumnCount, isSingle));
        if (Wants(request, Abi.SparseHessianFlag) || TakesSeveral(values, shape.ColumnCount))
            RepeatedCalls.Refuse(unit, effects, "Hessian");
        var quiet = options with { DetectAnomaly = false };
        UnsupportedDerivativeException? failure = null;
        var pattern = !Wants(request, Abi.SparseHessianFlag) ? null
            : Attempt(() => Widen(options.DetectAnomaly ? HvpCores(unit, effects, quiet, activeLeaves, activeResults).Cores : made, quiet, [LaneWidth.Sets]), ref failure);
        return cores with
        {
            Hessian = new JacobianCores(shape, null, null) { SecondOrder = values, Pattern = pattern },
            Helpers = [.. cores.Helpers, .. helpers],
            Derived = [.. cores.Derived, .. derived],
        };

        LaneCore Widen(List<CoreFunction> scalar, TransformOptions with, IEnumerable<LaneWidth> widths)
        {
            // Primal leaves, then directions and destinations; what ref and out parameters become, then derivatives.
            var core = scalar[0];
            int primalResults = AbiLeaves.OfResults(signature).Count(leaf => leaf.Parameter != AbiLeaf.Return);
            var form = new WideningForm(From(core.Parameters.Length, unit.Root.Parameters.Length), From(core.ResultTypes.Length, primalResults));
            return Widened(unit, derived, core, form, core.Variant, scalar, with, helpers, widths);
        }
    }
}
