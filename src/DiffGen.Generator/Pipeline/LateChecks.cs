using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Analysis;
using DiffGen.Generator.Common;
using DiffGen.Generator.Diagnostics;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;
using DiffGen.Generator.Optimization;

namespace DiffGen.Generator.Pipeline;

/// <summary>What can only be said of a method once it is lowered: lost derivatives, and what no transform can follow.</summary>
internal static class LateChecks
{
    public static IReadOnlyList<LateFinding> Run(IrUnit unit, TransformOptions options)
    {
        var signature = unit.Root.Signature;
        if (CompanionCycles.Exists(unit))
            return CompanionCycles.In(unit, unit.Root).Select(call => new LateFinding(call.Ordinal, DiagnosticIds.CompanionCycle, [signature.Name])).ToList();
        try
        {
            unit = NestedCompanions.Expand(unit, options);
        }
        catch (UnsupportedDerivativeException exception)
        {
            return [new(exception.Ordinal, DiagnosticIds.NotFollowed, [signature.Name, exception.Message])];
        }
        var findings = Lost(unit);
        if (findings.Count > 0)
            return findings;
        foreach (var request in signature.Requests)
        {
            try
            {
                var cores = CorePlan.Build(unit, request, options with { Fast = request.Fast ?? options.Fast, Parallel = request.Parallel || options.Parallel });
                if (request.Parallel && cores.OneThread is { } reason)
                    findings.Add(new(-1, DiagnosticIds.OneThread, [signature.Name, reason]));
                if (cores.Batch?.LoopsInOrder.FirstOrDefault(loop => loop.Line == cores.Batch.Lines.Length - 1) is { } inOrder)
                    findings.Add(new(-1, DiagnosticIds.BatchOneByOne, [request.NamePrefix, inOrder.Reason, signature.Name]));
            }
            catch (UnsupportedDerivativeException exception)
            {
                findings.Add(new(exception.Ordinal, DiagnosticIds.NotFollowed, [signature.Name, exception.Message]));
            }
        }
        return findings;
    }

    /// <summary>Where the method loses a derivative: nothing is generated for it then.</summary>
    public static List<LateFinding> Lost(IrUnit unit)
    {
        var signature = unit.Root.Signature;
        var leaves = AbiLeaves.OfParameters(signature);
        var active = Enumerable.Range(0, leaves.Length)
            .Where(i => signature.Requests.Any(request => AbiLeaves.IsActive(leaves[i], request)))
            .Select(i => unit.Root.Parameters[i]).ToList();
        var findings = LostDerivatives.Find(unit.Root, new CallEffects(unit), active).ToList();
        // A method with type arguments is looked at here: the expression stands in another method, so that only this one's name can be pointed at.
        foreach (var instance in unit.Callees.Where(callee => callee.Key.EndsWith(">", System.StringComparison.Ordinal)))
            findings.AddRange(LostDerivatives.Find(instance, new CallEffects(unit), ActiveInputs(instance)).Select(finding => finding with { Ordinal = -1 }));
        return findings;
    }

    private static IEnumerable<IrValue> ActiveInputs(IrMethod callee)
    {
        var parameters = callee.Signature.Parameters;
        var all = new DifferentiableRequest("", 0, Enumerable.Range(0, parameters.Length).Where(i => !parameters[i].NoDerivative).ToEquatableArray(), false, false, false, false);
        var leaves = AbiLeaves.OfParameters(callee.Signature);
        return Enumerable.Range(0, leaves.Length).Where(i => AbiLeaves.IsActive(leaves[i], all)).Select(i => callee.Parameters[i]);
    }
}
