using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DiffGen.Generator.Common;
using DiffGen.Generator.Diagnostics;
using DiffGen.Generator.FrontEnd;
using DiffGen.Generator.FrontEnd.Generics;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;

namespace DiffGen.Generator.Pipeline;

// Generic methods are lowered for each set of type arguments that they are called with.
internal sealed partial class MethodLowerings
{
    /// <summary>What is lowered for a method: itself, or for a generic one the instances that its companions choose among.</summary>
    public IReadOnlyList<IMethodSymbol> Roots(IMethodSymbol method) =>
        GenericMethods.IsDefinition(method) ? GenericMethods.Instances(method, _models.Compilation) : [method];

    /// <summary>Findings about a method and about the instances that only it leads to.</summary>
    public IEnumerable<Finding> Findings(IMethodSymbol method, CancellationToken cancellation)
    {
        IReadOnlyList<IMethodSymbol> roots = Roots(method);
        IEnumerable<LoweringResult> results = roots.Select(root => Lower(root, cancellation)).ToList();
        if (GenericMethods.IsDefinition(method))
            results = results.Prepend(Lower(method, cancellation));
        var reached = new SortedDictionary<string, LoweringResult>(StringComparer.Ordinal);
        foreach (LoweringResult result in results)
            Reach(result, reached, cancellation);
        return results.Concat(reached.Where(pair => !IsRoot(pair.Key)).Select(pair => pair.Value)).SelectMany(result => result.Findings)
            .GroupBy(finding => (finding.Id, finding.Location)).Select(same => same.First());
    }

    // Of generic types only the static members have companions.
    private LoweredMethod ReadGeneric(IMethodSymbol method, LoweringResult looked, CancellationToken cancellation)
    {
        string key = _models.Key(method);
        var choices = new List<LoweredChoice>();
        foreach (IMethodSymbol root in method.IsStatic && !looked.Findings.Any(finding => finding.IsError) ? Roots(method) : [])
            choices.Add(new LoweredChoice(GenericSignature.Condition(method, root), GenericSignature.Suffix(root), Read(root, cancellation)));
        if (choices.Count == 0 || choices.Any(choice => choice.Root.Method is null))
            return new LoweredMethod(key, null, default, default);
        IrMethod first = choices[0].Root.Method!;
        IrSignature signature = GenericSignature.Of(method, first.Signature, _models);
        var placeholder = new IrMethod(key, signature, default, new Region(default, default, new Yield(default)), default, 0, 1);
        return new LoweredMethod(key, placeholder, default, UserMembers.Of(method.ContainingType, signature, _models))
        {
            Choices = choices.Select(choice => choice with { Root = choice.Root with { Instances = default, Members = default } }).ToEquatableArray(),
            Instances = choices.SelectMany(choice => choice.Root.Instances).GroupBy(instance => instance.Key).Select(same => same.First()).ToEquatableArray(),
        };
    }

    private bool IsRoot(string key) =>
        InstanceKey.Find(InstanceKey.Definition(key), _models.Compilation) is { } definition
        && GenericMethods.Instances(definition, _models.Compilation).Any(instance => _models.Key(instance) == key);

    private EquatableArray<LoweredMethod> ReadInstances(LoweringResult result, CancellationToken cancellation)
    {
        var reached = new SortedDictionary<string, LoweringResult>(StringComparer.Ordinal);
        Reach(result, reached, cancellation);
        return reached.Select(pair => Instance(pair.Key, pair.Value)).ToEquatableArray();
    }

    // As a callee an instance has no companions of its own.
    private static LoweredMethod Instance(string key, LoweringResult result) => result.Method is { } method
        ? new LoweredMethod(key, method with { Signature = method.Signature with { Requests = default } }, CallGraph.Callees(method), default) { CalledRules = result.CalledRules.ToEquatableArray() }
        : new LoweredMethod(key, null, default, default);

    private void Reach(LoweringResult from, SortedDictionary<string, LoweringResult> reached, CancellationToken cancellation)
    {
        foreach (IMethodSymbol instance in from.Instances)
        {
            string key = _models.Key(instance);
            if (reached.ContainsKey(key))
                continue;
            LoweringResult result = Lower(instance, cancellation);
            reached.Add(key, result);
            Reach(result, reached, cancellation);
        }
    }
}
