using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Pipeline;

/// <summary>Which methods a method calls, and all that it can reach.</summary>
internal static class CallGraph
{
    /// <summary>Keys of the methods that the body calls, or calls companions of, sorted.</summary>
    public static EquatableArray<string> Callees(IrMethod method)
    {
        var keys = new SortedSet<string>(StringComparer.Ordinal);
        var pending = new Stack<Region>();
        pending.Push(method.Body);
        while (pending.Count > 0)
        {
            foreach (Op op in pending.Pop().Ops)
            {
                if (op is CallOp call)
                    keys.Add(CompanionKey.Parse(call.Callee)?.Base ?? call.Callee);
                foreach (Region region in OpShape.Regions(op))
                    pending.Push(region);
            }
        }
        return keys.ToEquatableArray();
    }

    /// <summary>The method with all that it reaches, or null if some of that is missing because it has errors.</summary>
    public static IrUnit? Unit(LoweredMethod root, Func<string, LoweredMethod?> find)
    {
        if (root.Method is null)
            return null;
        var reached = new SortedDictionary<string, IrMethod>(StringComparer.Ordinal);
        var pending = new Stack<LoweredMethod>();
        pending.Push(root);
        while (pending.Count > 0)
        {
            LoweredMethod caller = pending.Pop();
            foreach (IrMethod rule in caller.CalledRules)
                reached[rule.Key] = rule;
            foreach (string key in caller.Callees)
            {
                if (reached.ContainsKey(key))
                    continue;
                if (find(key) is not { Method: { } method } callee)
                    return null;
                reached.Add(key, method);
                pending.Push(callee);
            }
        }
        return new IrUnit(root.Method, reached.Values.ToEquatableArray());
    }
}
