using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Analysis;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization;

/// <summary>
/// Differentiates methods that call others, recursive ones above all, in one pass in place of two, where that can be done for all that they reach: see
/// <see cref="OnePassAdjoint"/>.
/// </summary>
internal sealed class OnePassCores
{
    private readonly IrUnit _unit;
    private readonly CallEffects _effects;
    private readonly TransformOptions _options;
    private readonly Dictionary<(string Callee, string Variant), CoreFunction> _known = new();
    private readonly Queue<(string Callee, string Variant)> _pending = new();

    public OnePassCores(IrUnit unit, CallEffects effects, TransformOptions options)
    {
        _unit = unit;
        _effects = effects;
        _options = options;
    }

    /// <summary>Cores of the methods that the reverse cores call.</summary>
    public IReadOnlyCollection<CoreFunction> Called => _known.Values;

    /// <summary>The core of the unit's method in one pass, or null.</summary>
    /// <param name="normal">The method, normalised.</param>
    public CoreFunction? Reverse(IrMethod normal, ISet<int> activeLeaves, ISet<int> activeResults, ReverseForm form)
    {
        if (!_options.Optimize || !_options.Fuse || _options.DetectAnomaly || _options.DisabledPasses.Contains(nameof(OnePassCores))
            || !OpShape.AllOps(normal.Body).Any(op => op is CallOp))
        {
            return null;
        }
        try
        {
            var core = OnePassAdjoint.Reverse(normal, _effects, activeLeaves, activeResults, form, Request);
            // Without calls in the adjoint, the two sweeps have better ways.
            if (_pending.Count == 0 && !OpShape.AllOps(core.Body).Any(op => op is CallOp { Kind: CallKind.Joint }))
                return null;
            var made = new List<((string Callee, string Variant) Key, CoreFunction Core)>();
            while (_pending.Count > 0)
            {
                var (callee, variant) = _pending.Dequeue();
                if (_known.ContainsKey((callee, variant)) || made.Any(pair => pair.Key == (callee, variant)))
                    continue;
                var method = _unit.Root.Key == callee ? _unit.Root : _unit.Callees.FirstOrDefault(candidate => candidate.Key == callee);
                if (method is null || method.IsSealed || method.Rule is not null || method.IsDeclaration)
                    throw new NotInOnePassException();
                made.Add(((callee, variant), OnePassAdjoint.Joint(CorePlan.Normalized(method, _effects, _options), _effects, variant, Request)));
            }
            foreach (var (key, joint) in made)
                _known[key] = joint;
            return core;
        }
        catch (NotInOnePassException)
        {
            _pending.Clear();
            return null;
        }
    }

    private void Request(string callee, string variant) => _pending.Enqueue((callee, variant));
}
