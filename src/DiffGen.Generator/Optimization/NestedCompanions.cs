using System;
using System.Collections.Generic;
using System.Linq;
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
        _options = options with { DetectAnomaly = false };
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
            var method = pending.Pop();
            var keys = OpShape.AllOps(method.Body).OfType<CallOp>().Select(call => call.Callee);
            // The primal of an adjoint is needed to find the adjoint's own.
            foreach (string key in method.Origin is { } origin ? keys.Append(origin.Method) : keys)
            {
                if (reached.ContainsKey(key))
                    continue;
                var callee = Find(key);
                reached.Add(key, callee);
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
        try
        {
            return _methods[key] = Make(key, companion);
        }
        catch (UnsupportedDerivativeException exception) when (exception.Ordinal >= 0)
        {
            // The place is one in that method, not in the one that calls its companion.
            throw new UnsupportedDerivativeException(-1, $"of the companion of '{_methods[companion.Base].Signature.Name}' that it calls: {exception.Message}");
        }
    }

    private IrMethod Make(string key, CompanionKey companion)
    {
        var method = _methods[companion.Base];
        var request = method.Signature.Requests[companion.Request];
        var declared = Abi.Companions(method.Signature, request).First(c => c.Kind == companion.Kind);
        var unit = CorePlan.Prepare(Close(method), _options);
        var tower = new AdjointTower(unit, _options);
        var wrapper = new CompanionWrapper(unit, request, declared);
        var made = declared.Kind switch
        {
            CompanionKind.Jvp => wrapper.Jvp(key, tower),
            CompanionKind.Hvp => wrapper.Hvp(key, tower),
            _ => wrapper.Reverse(key, tower, mayBePlain: _options.Inline),
        };
        foreach (var derived in tower.Made.Where(derived => !_methods.ContainsKey(derived.Key)))
            _methods.Add(derived.Key, derived);
        return made;
    }
}
