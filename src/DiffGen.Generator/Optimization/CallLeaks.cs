using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Analysis;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization;

/// <summary>Which arguments the cores of a plan may keep beyond their calls, found as the least fixed point over their calls.</summary>
internal sealed class CallLeaks
{
    private readonly Dictionary<(string Callee, CoreKind Kind, string Variant), bool[]> _kept = new();
    private readonly bool _popsLeak;

    public CallLeaks(IReadOnlyCollection<CoreFunction> cores)
    {
        // Cores that nothing calls may share a name.
        foreach (var same in cores.GroupBy(KeyOf))
            _kept[same.Key] = new bool[same.Min(core => core.Parameters.Length)];
        bool changed = true;
        while (changed)
        {
            changed = false;
            foreach (var core in cores)
            {
                var leaks = Of(core);
                changed |= leaks.Pops && !_popsLeak;
                _popsLeak |= leaks.Pops;
                bool[] kept = _kept[KeyOf(core)];
                for (int i = 0; i < kept.Length; i++)
                {
                    changed |= !kept[i] && leaks.Keeps(i);
                    kept[i] |= leaks.Keeps(i);
                }
            }
        }
    }

    /// <summary>The references of a core that are known after it.</summary>
    public LeakedReferences Of(CoreFunction core) => new(core.Parameters, core.Body, IsKept, _popsLeak);

    // What is not part of the plan is the user's code, which may do anything.
    private bool IsKept(CallOp call, int argument) =>
        !_kept.TryGetValue((call.Callee, Cores.KindOf(call.Kind), call.Variant), out var kept) || argument >= kept.Length || kept[argument];

    private static (string Callee, CoreKind Kind, string Variant) KeyOf(CoreFunction core) => (core.Callee, core.Kind, core.Variant);
}
