using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Optimization;

/// <summary>
/// The cores of derived methods that run undifferentiated: no user wrote these methods, so that what calls them needs them beside it. Hands
/// the tape on to all that call what uses it.
/// </summary>
internal static class DerivedCores
{
    public static Cores Complete(Cores cores, IrUnit unit, TransformOptions options)
    {
        var methods = unit.Callees.Concat(cores.Derived).Append(unit.Root).GroupBy(method => method.Key).ToDictionary(group => group.Key, group => group.First());
        // The same core may have been made for several callers.
        var helpers = cores.Helpers.GroupBy(core => (core.Callee, core.Kind, core.Variant)).Select(group => group.First()).ToList();
        var known = new HashSet<string>();
        var pending = new Queue<CoreFunction>(All(cores));
        while (pending.Count > 0)
        {
            foreach (var call in Calls(pending.Dequeue()))
            {
                if (call.Kind != CallKind.Primal || !DerivedMethod.IsDerived(call.Callee) || !known.Add(call.Callee))
                    continue;
                var core = Primal(methods[call.Callee], options);
                helpers.Add(core);
                pending.Enqueue(core);
            }
        }
        return methods.Keys.Any(DerivedMethod.IsDerived) ? WithSharedTape(cores with { Helpers = helpers.ToEquatableArray() }) : cores;
    }

    private static IEnumerable<CoreFunction> All(Cores cores) =>
        cores.Reverse.Select(core => core.Function).Concat(cores.Helpers).Concat(cores.Jvp is { } jvp ? [jvp] : []).Concat(cores.Hvp is { } hvp ? [hvp] : [])
            .Concat(cores.Split is { } split ? [split.Forward, split.Pullback] : []);

    private static IEnumerable<CallOp> Calls(CoreFunction core) => OpShape.AllOps(core.Body).OfType<CallOp>();

    private static CoreFunction Primal(IrMethod method, TransformOptions options)
    {
        var stored = method.IsSealed ? method : LocalStorage.Run(method, keepsMeeting: false);
        var results = AbiLeaves.OfResults(method.Signature).Map(leaf => leaf.Type);
        var core = new CoreFunction(method.Key, CoreKind.Primal, "", method.Parameters, stored.Body, results, UsesTape: false, default, method.Lines, method.NextId);
        var optimized = Optimizer.Run(core, options);
        return optimized with { UsesTape = ReverseTransform.NeedsTape(optimized.Body) };
    }

    // A core that calls one with a tape hands its own on.
    private static Cores WithSharedTape(Cores cores)
    {
        var taped = new HashSet<(string, CoreKind, string)>();
        bool changed = true;
        while (changed)
        {
            changed = false;
            foreach (var core in All(cores))
            {
                if (UsesTape(core))
                    changed |= taped.Add((core.Callee, core.Kind, core.Variant));
            }
        }
        return cores with
        {
            Jvp = cores.Jvp is { } jvp ? Shared(jvp) : null,
            Hvp = cores.Hvp is { } hvp ? Shared(hvp) : null,
            Reverse = cores.Reverse.Map(core => core with { Function = Shared(core.Function) }),
            Helpers = cores.Helpers.Map(Shared),
            Jacobian = cores.Jacobian?.Map(Shared),
            Taylor = cores.Taylor?.Map(Shared),
            Hessian = cores.Hessian?.Map(Shared),
        };

        // What a forward core asked for may be gone since.
        bool UsesTape(CoreFunction core) => (core.Kind == CoreKind.Jvp ? ReverseTransform.NeedsTape(core.Body) : core.UsesTape) || Calls(core).Any(call => taped.Contains((call.Callee, Cores.KindOf(call.Kind), call.Variant)));

        CoreFunction Shared(CoreFunction core) => core with { UsesTape = UsesTape(core) };
    }
}
