using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Analysis;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Differentiation;

/// <summary>The forward cores of a unit: finds callees, and makes every core that another one calls, once.</summary>
internal sealed class ForwardCalls
{
    private readonly Dictionary<string, IrMethod> _methods;
    private readonly HashSet<(string Callee, string Variant)> _requested = new();
    private readonly Queue<(IrMethod Method, IReadOnlyCollection<int> Parameters, string Variant)> _pending = new();

    private ForwardCalls(IrUnit unit, bool asSeries)
    {
        AsSeries = asSeries;
        Effects = new CallEffects(unit);
        _methods = unit.Callees.Prepend(unit.Root).GroupBy(method => method.Key).ToDictionary(group => group.Key, group => group.First());
    }

    public CallEffects Effects { get; }

    /// <summary>Tangents stand for power series: operations on them are functions of series in place of rules.</summary>
    public bool AsSeries { get; }

    /// <summary>The forward core of the unit's root, first, and all that it needs.</summary>
    /// <param name="activeParameters">Indices into the root's flattened parameters that have a tangent.</param>
    /// <param name="activeResults">Indices into the values that the root returns that have a tangent.</param>
    /// <param name="asSeries">See <see cref="AsSeries"/>.</param>
    public static IReadOnlyList<CoreFunction> Build(IrUnit unit, ISet<int> activeParameters, ISet<int> activeResults, bool asSeries = false)
    {
        var calls = new ForwardCalls(unit, asSeries);
        string variant = calls.VariantOf(unit.Root, activeParameters);
        if (!activeResults.SetEquals(CarryingResults(unit.Root)))
            variant += "_" + Flags(AbiLeaves.OfResults(unit.Root.Signature).Length, activeResults);
        calls._requested.Add((unit.Root.Key, variant));
        var cores = new List<CoreFunction> { ForwardTransform.Run(unit.Root, activeParameters, activeResults, variant, calls) };
        while (calls._pending.Count > 0)
        {
            var (method, parameters, name) = calls._pending.Dequeue();
            cores.Add(method.Rule is null ? ForwardTransform.Run(method, new HashSet<int>(parameters), CarryingResults(method), name, calls) : RuleCores.Jvp(method, parameters, name, calls));
        }
        return WithSharedTape(cores);
    }

    public IrMethod Find(string callee) => _methods.TryGetValue(callee, out var method)
        ? method
        : throw RuleMethods.Undifferentiable(callee);

    /// <summary>Asks for the core of a callee with these parameters active, and all results that can carry a derivative; returns its variant.</summary>
    public string Request(IrMethod callee, IReadOnlyCollection<int> activeParameters)
    {
        string variant = VariantOf(callee, activeParameters);
        if (_requested.Add((callee.Key, variant)))
            _pending.Enqueue((callee, activeParameters, variant));
        return variant;
    }

    private string VariantOf(IrMethod method, IEnumerable<int> active) => (AsSeries ? "t" : "") + Flags(method.Parameters.Length, active);

    private static string Flags(int count, IEnumerable<int> set) => new(Enumerable.Range(0, count).Select(i => set.Contains(i) ? '1' : '0').ToArray());

    private static HashSet<int> CarryingResults(IrMethod method)
    {
        var leaves = AbiLeaves.OfResults(method.Signature);
        return new HashSet<int>(Enumerable.Range(0, leaves.Length).Where(i => leaves[i].CarriesDerivative));
    }

    // A core that calls one with a tape hands its own on.
    private static IReadOnlyList<CoreFunction> WithSharedTape(List<CoreFunction> cores)
    {
        var taped = new HashSet<(string, string)>(cores.Where(core => core.UsesTape).Select(core => (core.Callee, core.Variant)));
        bool changed = true;
        while (changed)
        {
            changed = false;
            foreach (var core in cores)
            {
                if (!taped.Contains((core.Callee, core.Variant)) && OpShape.AllOps(core.Body).Any(op => op is CallOp { Kind: CallKind.Jvp } call && taped.Contains((call.Callee, call.Variant))))
                    changed |= taped.Add((core.Callee, core.Variant));
            }
        }
        return cores.Select(core => core with { UsesTape = taped.Contains((core.Callee, core.Variant)) }).ToList();
    }
}
