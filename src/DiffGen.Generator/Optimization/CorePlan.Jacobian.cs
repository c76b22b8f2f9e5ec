using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Analysis;
using DiffGen.Generator.Common;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;
using DiffGen.Generator.Optimization.Demand;

namespace DiffGen.Generator.Optimization;

// The cores of a Jacobian, in vector mode where lanes can follow.
internal static partial class CorePlan
{
    /// <summary>Declared buffer parameters that a method writes to.</summary>
    public static HashSet<int> WrittenParameters(IrMethod method, CallEffects effects)
    {
        var writes = effects.Of(method.Key, method.Parameters.Length).Writes;
        var leaves = AbiLeaves.OfParameters(method.Signature);
        return new(Enumerable.Range(0, leaves.Length).Where(i => leaves[i].IsBuffer && writes[i]).Select(i => leaves[i].Parameter));
    }

    private static JacobianCores Jacobian(IrUnit unit, CallEffects effects, DifferentiableRequest request, TransformOptions options, List<CoreFunction> helpers,
        List<IrMethod> derived)
    {
        var signature = unit.Root.Signature;
        var shape = JacobianShape.Of(signature, request, WrittenParameters(unit.Root, effects));
        bool isSingle = JacobianShape.KindOf(signature, request) == ScalarKind.F32;
        var modes = Modes(shape, isSingle, options);
        var leaves = AbiLeaves.OfParameters(signature);
        var activeLeaves = new HashSet<int>(Enumerable.Range(0, leaves.Length).Where(i => shape.Columns.Contains(leaves[i]) || leaves[i].IsBuffer && shape.Rows.Contains(leaves[i])));
        var results = AbiLeaves.OfResults(signature);
        var activeResults = new HashSet<int>(Enumerable.Range(0, results.Length).Where(i => results[i].CarriesDerivative));

        UnsupportedDerivativeException? failure = null;
        var forward = modes.Forward ? Columns() : null;
        var reverse = modes.Reverse ? Rows() : null;
        // What the better mode cannot follow, the other may.
        if (forward is null && reverse is null && modes.Forward)
            reverse = Rows();
        else if (forward is null && reverse is null)
            forward = Columns();
        if (forward is null && reverse is null)
            throw failure!;
        if (Wants(request, Abi.SparseJacobianFlag) || shape.Rows.Any(leaf => leaf.IsBuffer && leaf.Parameter == AbiLeaf.Return)
            || TakesSeveral(forward, shape.ColumnCount) || TakesSeveral(reverse, shape.RowCount))
        {
            RepeatedCalls.Refuse(unit, effects, "Jacobian");
        }
        return new JacobianCores(shape, forward, reverse)
        {
            // Where sets cannot follow either, every entry may differ from zero.
            Pattern = Wants(request, Abi.SparseJacobianFlag)
                ? Attempt(() => ForwardLanes(unit, effects, activeLeaves, activeResults, options with { DetectAnomaly = false }, helpers, [LaneWidth.Sets]), ref failure)
                : null,
        };

        LaneCore? Columns() => Attempt(() => ForwardLanes(unit, effects, activeLeaves, activeResults, options, helpers, Widths(shape.ColumnCount, isSingle)), ref failure);

        LaneCore? Rows() => Attempt(() => ReverseLanes(unit, effects, activeLeaves, activeResults, options, helpers, derived, Widths(shape.RowCount, isSingle)), ref failure);
    }

    private static LaneCore? Attempt(Func<LaneCore> build, ref UnsupportedDerivativeException? failure)
    {
        try
        {
            return build();
        }
        catch (UnsupportedDerivativeException exception)
        {
            failure ??= exception;
            return null;
        }
    }

    // A pass of either mode serves several columns or rows; one row is the gradient.
    private static (bool Forward, bool Reverse) Modes(JacobianShape shape, bool isSingle, TransformOptions options)
    {
        if (!options.JacobianForward || !options.JacobianReverse)
            return (options.JacobianForward, options.JacobianReverse || !options.JacobianForward);
        if (shape.RowCount == 1)
            return (false, true);
        int? forward = Passes(shape.ColumnCount, isSingle), reverse = Passes(shape.RowCount, isSingle);
        // One pass is enough: there is no need for code that does better at some lengths.
        if (forward == 1)
            return (true, false);
        if (reverse == 1)
            return (false, true);
        return forward is null || reverse is null ? (true, true) : (forward <= reverse, forward > reverse);
    }

    private static bool TakesSeveral(LaneCore? core, int? directions) => core is not null && (directions is not { } known || known > core.Width.Count);

    private static int? Passes(int? count, bool isSingle)
    {
        int width = Widths(count, isSingle).First().Count;
        return (count + width - 1) / width;
    }

    /// <summary>The number of lanes to try, best first: a full vector, or as many as there are directions.</summary>
    private static IEnumerable<LaneWidth> Widths(int? count, bool isSingle)
    {
        int most = isSingle ? 16 : 8, least = isSingle ? 4 : 2;
        int width = most;
        while (count is { } known && width > least && width / 2 >= known)
            width /= 2;
        if (count != 1)
            yield return new LaneWidth(width);
        // Beside numbers of double precision there is room for half as many.
        if (count != 1 && width == 16)
            yield return new LaneWidth(8);
        yield return new LaneWidth(1);
    }

    private static LaneCore ForwardLanes(IrUnit unit, CallEffects effects, ISet<int> activeLeaves, ISet<int> activeResults, TransformOptions options, List<CoreFunction> helpers,
        IEnumerable<LaneWidth> widths)
    {
        var cores = ForwardCalls.Build(WithLocalStorage(unit), activeLeaves, activeResults).Select((core, i) => Optimized(core, options, i == 0 ? unit.Root.NextId : 0)).ToList();
        cores[0] = DemandedTangents.Run(cores[0], effects, options);
        cores = [.. cores.Select(core => UnrolledLoops.Run(core, options))];
        var form = new WideningForm(From(cores[0].Parameters.Length, unit.Root.Parameters.Length), From(cores[0].ResultTypes.Length, AbiLeaves.OfResults(unit.Root.Signature).Length));
        return Widened(unit, default, cores[0], form, cores[0].Variant, cores, options, helpers, widths);
    }

    private static LaneCore ReverseLanes(IrUnit unit, CallEffects effects, ISet<int> activeLeaves, ISet<int> activeResults, TransformOptions options, List<CoreFunction> helpers,
        List<IrMethod> derived, IEnumerable<LaneWidth> widths)
    {
        var variants = new CallVariants();
        var normal = Normalized(unit.Root, effects, options);
        var transform = new ReverseTransform(normal, effects, options, variants);
        int returnLeaves = AbiLeaves.OfReturn(unit.Root.Signature).Length;
        var core = Optimized(transform.Reverse(activeLeaves, activeResults, returnLeaves, new ReverseForm(WithValue: false, SeedOne: false)), options, normal.NextId);
        core = UnrolledLoops.Run(core, options);
        var called = Helpers(unit, effects, options, variants, derived);
        var form = new WideningForm(From(core.Parameters.Length, unit.Root.Parameters.Length), From(core.ResultTypes.Length, AbiLeaves.OfResults(unit.Root.Signature).Length - returnLeaves));
        string variant = "rows" + string.Concat(Enumerable.Range(0, unit.Root.Parameters.Length).Select(i => activeLeaves.Contains(i) ? '1' : '0'));
        return Widened(unit, derived.ToEquatableArray(), core, form, variant, called, options, helpers, widths);
    }

    private static LaneCore Widened(IrUnit unit, EquatableArray<IrMethod> derived, CoreFunction core, WideningForm form, string variant, List<CoreFunction> called,
        TransformOptions options, List<CoreFunction> helpers, IEnumerable<LaneWidth> widths)
    {
        var methods = unit.Callees.Prepend(unit.Root).Concat(derived).GroupBy(method => method.Key).ToDictionary(group => group.Key, group => group.First());
        foreach (var width in widths)
        {
            try
            {
                var cores = WidenedCores.Build(core, form, $"{variant}|x{width.Count}", called, key => methods[key], options, width);
                helpers.AddRange(cores);
                return new LaneCore(cores[0], width) { DetectsAnomaly = options.DetectAnomaly };
            }
            catch (UnwidenableException reason) when (width.Count == 1)
            {
                throw new UnsupportedDerivativeException(-1, $"its derivatives cannot be put in order for a matrix, since {reason.Message}");
            }
            catch (UnwidenableException) when (width.Count > 1)
            {
                // Fewer lanes may do; one always does.
            }
            catch (UnwidenableException reason) when (width.IsSeries)
            {
                throw new UnsupportedDerivativeException(-1, $"it has no power series, since {reason.Message}");
            }
            catch (UnwidenableException reason) when (width.IsSets)
            {
                throw new UnsupportedDerivativeException(-1, $"its sparsity pattern cannot be found, since {reason.Message}");
            }
            catch (UnwidenableException reason)
            {
                throw new UnsupportedDerivativeException(-1, $"its directions cannot be told from its values, since {reason.Message}");
            }
        }
        throw new InvalidOperationException("There is no width to try.");
    }

    private static EquatableArray<bool> From(int count, int first) => Enumerable.Range(0, count).Select(i => i >= first).ToEquatableArray();
}
