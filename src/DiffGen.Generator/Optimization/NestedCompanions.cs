using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Analysis;
using DiffGen.Generator.Common;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization;

/// <summary>
/// Companions that are called inside marked methods become methods of the unit: derivatives are ordinary code, which both modes differentiate again.
/// Each level has its own values for its own directions, so that perturbations cannot be confused.
/// </summary>
internal sealed class NestedCompanions
{
    private readonly Dictionary<string, IrMethod> _methods;
    private readonly TransformOptions _options;

    private NestedCompanions(IrUnit unit, TransformOptions options)
    {
        _methods = unit.Callees.Add(unit.Root).GroupBy(method => method.Key).ToDictionary(group => group.Key, group => group.First());
        _options = options;
    }

    /// <summary>The unit with a method for each companion that it calls, and all that these reach.</summary>
    /// <exception cref="UnsupportedDerivativeException">A companion is called that is made of itself, or that cannot be differentiated.</exception>
    public static IrUnit Expand(IrUnit unit, TransformOptions options)
    {
        if (!unit.Callees.Add(unit.Root).Any(CallsCompanion))
            return unit;
        if (CompanionCycles.Exists(unit))
            throw new UnsupportedDerivativeException(-1, "it calls a companion that is a derivative of itself");
        var nested = new NestedCompanions(unit, options);
        return nested.Close(unit.Root);
    }

    private static bool CallsCompanion(IrMethod method) => OpShape.AllOps(method.Body).Any(op => op is CallOp call && CompanionKey.Parse(call.Callee) is not null);

    /// <summary>A method with all that it reaches, companions made.</summary>
    private IrUnit Close(IrMethod root)
    {
        var reached = new SortedDictionary<string, IrMethod>(StringComparer.Ordinal);
        var pending = new Stack<IrMethod>();
        pending.Push(root);
        while (pending.Count > 0)
        {
            foreach (var call in OpShape.AllOps(pending.Pop().Body).OfType<CallOp>())
            {
                if (reached.ContainsKey(call.Callee))
                    continue;
                var callee = Find(call.Callee);
                reached.Add(call.Callee, callee);
                pending.Push(callee);
            }
        }
        return new IrUnit(root, reached.Values.ToEquatableArray());
    }

    private IrMethod Find(string key)
    {
        if (_methods.TryGetValue(key, out var known))
            return known;
        var companion = CompanionKey.Parse(key) ?? throw RuleMethods.Undifferentiable(key);
        return _methods[key] = Make(key, companion);
    }

    private IrMethod Make(string key, CompanionKey companion)
    {
        var method = _methods[companion.Base];
        var request = method.Signature.Requests[companion.Request];
        var declared = Abi.Companions(method.Signature, request).First(c => c.Kind == companion.Kind);
        var unit = CorePlan.Prepare(Close(method), _options);
        return companion.Kind switch
        {
            CompanionKind.Jvp => CompanionWrapper.Jvp(key, method, request, declared, Forward(unit, request)),
            _ => throw new InvalidOperationException($"The companion {key} cannot be nested."),
        };
    }

    // Without storage on the tape, so that it is ordinary code.
    private IrMethod Forward(IrUnit unit, DifferentiableRequest request)
    {
        var cores = ForwardCalls.Build(unit, CorePlan.ActiveParameters(unit.Root.Signature, request), CorePlan.ActiveResults(unit.Root.Signature, request));
        return Add(unit, cores);
    }

    private IrMethod Add(IrUnit unit, IReadOnlyList<CoreFunction> cores)
    {
        IrMethod? first = null;
        foreach (var core in cores)
        {
            var owner = unit.Root.Key == core.Callee ? unit.Root : unit.Callees.First(callee => callee.Key == core.Callee);
            var method = DerivedMethod.FromCore(Optimizer.Run(core, _options), owner.Signature);
            _methods[method.Key] = method;
            first ??= method;
        }
        return first!;
    }
}
