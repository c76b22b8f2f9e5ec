using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Analysis;
using DiffGen.Generator.Common;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;
using DiffGen.Generator.Optimization.Fast;
using DiffGen.Generator.Optimization.Lanes;
using DiffGen.Generator.Optimization.Outlining;
using DiffGen.Generator.Optimization.Threads;

namespace DiffGen.Generator.Optimization;

/// <summary>From a unit and a request to every core function that its companions need.</summary>
internal static partial class CorePlan
{
    /// <exception cref="UnsupportedDerivativeException">The method lowers well but cannot be differentiated.</exception>
    public static Cores Build(IrUnit unit, DifferentiableRequest request, TransformOptions options)
    {
        CheckDispatched(unit);
        var prepared = Prepare(unit, options);
        var root = prepared.Root;
        var results = AbiLeaves.OfResults(unit.Root.Signature);
        var activeLeaves = ActiveParameters(unit.Root.Signature, request);
        var activeResults = ActiveResults(unit.Root.Signature, request);
        int returnLeaves = results.Count(leaf => leaf.Parameter == AbiLeaf.Return);

        CoreFunction? jvp = null;
        var helpers = new List<CoreFunction>();
        if (Wants(request, Abi.JvpFlag))
        {
            var forward = ForwardCalls.Build(WithLocalStorage(prepared), activeLeaves, activeResults);
            jvp = Optimized(forward[0], options, root.NextId);
            helpers.AddRange(forward.Skip(1).Select(core => Optimized(core, options)));
        }
        var variants = new CallVariants();
        var effects = new CallEffects(prepared);
        var derived = new List<IrMethod>();
        var reverse = new List<ReverseCore>();
        CoreFunction? batch = null;
        if (Wants(request, Abi.VjpFlag | Abi.GradientFlag | Abi.BatchFlag))
        {
            var normal = Normalized(root, effects, options);
            var transform = new ReverseTransform(normal, effects, options, variants);
            var onePass = new OnePassCores(prepared, effects, options);
            foreach (var form in Forms(request))
                reverse.Add(new(Reverse(form), form.WithValue, form.SeedOne));
            if (Wants(request, Abi.BatchFlag))
                batch = BatchCore.Of((reverse.FirstOrDefault(core => core.WithValue)?.Function ?? Reverse(new(WithValue: true, SeedOne: true))), root.Signature, request, options);
            helpers.AddRange(onePass.Called.Select(core => Optimized(core, options) with { UsesTape = true }));

            CoreFunction Reverse(ReverseForm form) => Optimized(
                onePass.Reverse(normal, activeLeaves, activeResults, form) ?? transform.Reverse(activeLeaves, activeResults, returnLeaves, form), options, normal.NextId);
        }
        var split = Wants(request, Abi.PullbackFlag) ? Split(Normalized(root, effects, options), request, effects, options, variants) : null;
        helpers.AddRange(Helpers(prepared, effects, options, variants, derived));
        var jacobian = Wants(request, Abi.JacobianFlag) || Wants(request, Abi.SparseJacobianFlag) ? Jacobian(prepared, effects, request, options, helpers, derived) : null;
        var cores = new Cores(jvp, reverse.ToEquatableArray(), helpers.ToEquatableArray()) { Split = split, Batch = batch, Jacobian = jacobian, Derived = derived.ToEquatableArray() };
        if (Wants(request, Abi.TaylorFlag))
            cores = WithTaylor(cores, prepared, options, activeLeaves);
        if (Wants(request, Abi.HvpFlag))
            cores = WithHvp(cores, prepared, effects, options, activeLeaves, activeResults);
        if (Wants(request, Abi.SparseHessianFlag | Abi.HessianFlag | Abi.HessianDiagonalFlag))
            cores = WithHessian(cores, prepared, effects, request, options, activeLeaves, activeResults);
        var finished = KnownValues.Finish(DerivedCores.Complete(cores, prepared, options), options);
        if (options.Parallel)
            finished = ThreadedCores.Finish(finished, prepared, effects, options);
        var laned = FastCores.Finish(LanedCores.Finish(finished, effects, options), options);
        return OutlinedLoops.Finish(LentArrays.Finish(laned, options), prepared, options);
    }

    // Callers that do not know which override runs find the object in reverse mode as they left it.
    private static void CheckDispatched(IrUnit unit)
    {
        if (unit.Root.Signature.DeclaredReceiver is not null && WrittenParameters(unit.Root, new CallEffects(unit)).Any(i => unit.Root.Signature.Parameters[i].IsReceiver))
            throw new UnsupportedDerivativeException(-1, "it is called by the dynamic type of its object, and writes to that object: return what changes, or write to a parameter");
    }

    /// <summary>Callees inlined where that is allowed.</summary>
    public static IrUnit Prepare(IrUnit unit, TransformOptions options)
    {
        var inliner = new Inliner(unit, arraysOnly: !options.Inline);
        bool counts = options.Optimize && !options.DisabledPasses.Contains(nameof(WhileLoops));
        bool signs = options.Optimize && !options.DisabledPasses.Contains(nameof(SignedSums));
        bool rewrites = options.Optimize && !options.DisabledPasses.Contains(nameof(BestOfLoops));
        return new IrUnit(Prepared(unit.Root), unit.Callees.Map(Prepared));

        IrMethod Prepared(IrMethod method)
        {
            var inlined = inliner.Inline(method.Key);
            if (signs && !inlined.IsSealed)
                inlined = SignedSums.Run(inlined);
            if (counts && !inlined.IsSealed)
                inlined = WhileLoops.Run(inlined);
            return rewrites && !inlined.IsSealed ? BestOfLoops.Run(inlined) : inlined;
        }
    }

    private static IrUnit WithLocalStorage(IrUnit unit) =>
        new(LocalStorage.Run(unit.Root, keepsMeeting: false), unit.Callees.Map(callee => callee.IsSealed ? callee : LocalStorage.Run(callee, keepsMeeting: false)));

    // Each companion has its own core: the seed is folded in, and what only the value needs is left out where it is not wanted.
    private static IEnumerable<ReverseForm> Forms(DifferentiableRequest request)
    {
        if (Wants(request, Abi.VjpFlag))
            yield return new ReverseForm(WithValue: false, SeedOne: false);
        if (!Wants(request, Abi.GradientFlag))
            yield break;
        yield return new ReverseForm(WithValue: false, SeedOne: true);
        yield return new ReverseForm(WithValue: true, SeedOne: true);
    }

    /// <param name="derived">Gets the methods that the cores call beside those of the unit.</param>
    public static List<CoreFunction> Helpers(IrUnit unit, CallEffects effects, TransformOptions options, CallVariants variants, ICollection<IrMethod> derived)
    {
        var methods = new Dictionary<string, IrMethod>();
        var cores = new List<CoreFunction>();
        var split = new HashSet<(string, string)>();
        while (variants.TryNext(out var next))
        {
            if (!split.Add((next.Callee, next.Variant)))
                continue;
            if (effects.RuleOwner(next.Callee) is { } owner)
            {
                var (first, second) = RuleCores.Split(owner, next.Variant, variants, key => unit.Callees.First(callee => callee.Key == key));
                cores.Add(Optimized(first, options) with { UsesTape = true });
                cores.Add(Optimized(second, options) with { UsesTape = true });
                continue;
            }
            var found = unit.Root.Key == next.Callee ? unit.Root : unit.Callees.FirstOrDefault(callee => callee.Key == next.Callee) ?? throw RuleMethods.Undifferentiable(next.Callee);
            if (found.Origin is not null)
            {
                cores.AddRange(SymmetricAdjoint.Split(found, next.Variant, unit, options, derived));
                continue;
            }
            if (!methods.TryGetValue(next.Callee, out var method))
                methods[next.Callee] = method = Normalized(found, effects, options);
            var (forward, pullback) = new ReverseTransform(method, effects, options, variants).Split(next.Variant);
            cores.Add(Optimized(forward, options, method.NextId) with { UsesTape = true });
            cores.Add(Optimized(pullback, options, method.NextId) with { UsesTape = true });
        }
        return cores;
    }

    public static IrMethod Normalized(IrMethod method, CallEffects effects, TransformOptions options)
    {
        var normal = LocalStorage.Run(ExitNormalizer.Run(method), keepsMeeting: true);
        // Fewer loads, and fewer values that differ only in name: less to save.
        if (options.Optimize)
            normal = normal with { Body = new CommonSubexpressions(normal.Body).Run(normal.Body) };
        if (options.Optimize && !options.DisabledPasses.Contains(nameof(InvariantCode)))
            normal = InvariantCode.Run(normal, effects);
        return ReferenceEncoder.Run(normal, effects);
    }

    /// <param name="primalIds">Values with smaller numbers are the method's own.</param>
    private static CoreFunction Optimized(CoreFunction core, TransformOptions options, int primalIds = 0)
    {
        var optimized = Optimizer.Run(core, options);
        if (options.DetectAnomaly)
            optimized = AnomalyChecks.Insert(optimized, primalIds);
        return core.Kind == CoreKind.Reverse ? optimized with { UsesTape = ReverseTransform.NeedsTape(optimized.Body) } : optimized;
    }

    /// <summary>Indices of the flattened parameters that a request differentiates by.</summary>
    public static HashSet<int> ActiveParameters(IrSignature signature, DifferentiableRequest request) => Indices(AbiLeaves.OfParameters(signature), request);

    /// <summary>Indices of the returned values that have a derivative.</summary>
    public static HashSet<int> ActiveResults(IrSignature signature, DifferentiableRequest request) => Indices(AbiLeaves.OfResults(signature), request);

    private static HashSet<int> Indices(EquatableArray<AbiLeaf> leaves, DifferentiableRequest request) =>
        new(Enumerable.Range(0, leaves.Length).Where(i => AbiLeaves.IsActive(leaves[i], request)));

    private static bool Wants(DifferentiableRequest request, int flag) => (request.Derivatives & flag) != 0;
}
