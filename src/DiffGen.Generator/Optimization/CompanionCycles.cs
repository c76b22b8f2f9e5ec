using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization;

/// <summary>
/// Finds calls of companions that lead back to where they stand: the derivative would contain a derivative of itself, and so on without end.
/// Recursion by ordinary calls is no such thing.
/// </summary>
internal static class CompanionCycles
{
    public static bool Exists(IrUnit unit) => unit.Callees.Add(unit.Root).Any(method => In(unit, method).Any());

    /// <summary>The calls of companions in a method that lead back to the method.</summary>
    public static IEnumerable<CallOp> In(IrUnit unit, IrMethod method)
    {
        var edges = unit.Callees.Add(unit.Root).GroupBy(m => m.Key).ToDictionary(group => group.Key, group => Targets(group.First()));
        foreach (var call in OpShape.AllOps(method.Body).OfType<CallOp>())
        {
            if (CompanionKey.Parse(call.Callee) is { } companion && Reaches(edges, companion.Base, method.Key))
                yield return call;
        }
    }

    private static List<string> Targets(IrMethod method) =>
        OpShape.AllOps(method.Body).OfType<CallOp>().Select(call => CompanionKey.Parse(call.Callee)?.Base ?? call.Callee).Distinct().ToList();

    private static bool Reaches(Dictionary<string, List<string>> edges, string from, string target)
    {
        var seen = new HashSet<string>();
        var pending = new Stack<string>();
        pending.Push(from);
        while (pending.Count > 0)
        {
            string key = pending.Pop();
            if (key == target)
                return true;
            if (!seen.Add(key) || !edges.TryGetValue(key, out var targets))
                continue;
            foreach (string next in targets)
                pending.Push(next);
        }
        return false;
    }
}
