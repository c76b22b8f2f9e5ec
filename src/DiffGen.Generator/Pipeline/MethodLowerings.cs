using System;
using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading;
using DiffGen.Generator.Common;
using DiffGen.Generator.FrontEnd;
using DiffGen.Generator.FrontEnd.Companions;
using DiffGen.Generator.FrontEnd.Generics;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;

namespace DiffGen.Generator.Pipeline;

/// <summary>The lowered methods of one compilation, each lowered once: what generator and analyzers share.</summary>
internal sealed partial class MethodLowerings
{
    private static readonly ConditionalWeakTable<Compilation, MethodLowerings> Instances = new();

    private readonly ConcurrentDictionary<string, LoweringResult> _results = new(StringComparer.Ordinal);
    private readonly SemanticModelCache _models;
    private SemanticModelCache? _complete;

    private MethodLowerings(Compilation compilation) => _models = SemanticModelCache.For(compilation);

    public static MethodLowerings For(Compilation compilation) => Instances.GetValue(compilation, static c => new MethodLowerings(c));

    /// <summary>Lowers a marked method.</summary>
    public LoweringResult Lower(IMethodSymbol method, CancellationToken cancellation)
    {
        string key = _models.Key(method);
        if (!_results.TryGetValue(key, out LoweringResult? result))
            result = _results.GetOrAdd(key, LowerNew(key, method, cancellation));
        return result;
    }

    // Methods that call companions are lowered where these are declared.
    private LoweringResult LowerNew(string key, IMethodSymbol method, CancellationToken cancellation)
    {
        // What a method of the other compilation calls is a symbol of that one.
        if (GenericMethods.IsInstance(method))
            method = InstanceKey.Find(key, _models.Compilation) ?? method;
        if (!CompanionText.Occurs(method))
            return MethodLowering.Lower(method, _models, cancellation);
        SemanticModelCache complete = _complete ??= SemanticModelCache.For(CompanionStubs.Complete(_models, cancellation));
        return !ReferenceEquals(complete, _models) && InstanceKey.Find(key, complete.Compilation) is { } same
            ? MethodLowering.Lower(same, complete, cancellation)
            : MethodLowering.Lower(method, _models, cancellation);
    }

    /// <summary>The part of the result that the generator keeps.</summary>
    public LoweredMethod Read(IMethodSymbol method, CancellationToken cancellation)
    {
        LoweringResult result = Lower(method, cancellation);
        if (GenericMethods.IsDefinition(method))
            return ReadGeneric(method, result, cancellation);
        return result.Method is { } lowered
            ? new LoweredMethod(lowered.Key, lowered, CallGraph.Callees(lowered), UserMembers.Of(method.ContainingType, lowered.Signature, _models))
            {
                CalledRules = result.CalledRules.ToEquatableArray(),
                Instances = ReadInstances(result, cancellation),
            }
            : new LoweredMethod(_models.Key(method), null, default, default);
    }

    /// <summary>The method with all that it reaches, or null if some of it has errors.</summary>
    public IrUnit? Unit(IMethodSymbol method, CancellationToken cancellation) =>
        CallGraph.Unit(Read(method, cancellation), key => Find(key, cancellation));

    /// <summary>A method with a rule, as it is called.</summary>
    public LoweredMethod ReadRule(IMethodSymbol method, CancellationToken cancellation)
    {
        IrMethod? callee = Lower(method, cancellation).Callee;
        return new(_models.Key(method) + IrRule.KeySuffix, callee, callee?.Rule!.StepKey is { } step ? [step] : default, default);
    }

    private LoweredMethod? Find(string key, CancellationToken cancellation) => key.EndsWith(IrRule.KeySuffix, StringComparison.Ordinal)
        ? DocumentationCommentId.GetFirstSymbolForDeclarationId(key.Substring(0, key.Length - IrRule.KeySuffix.Length), _models.Compilation) is IMethodSymbol owner
            ? ReadRule(owner, cancellation)
            : null
        : FindMarked(key, cancellation);

    private LoweredMethod? FindMarked(string key, CancellationToken cancellation) =>
        InstanceKey.Find(key, _models.Compilation) is { } method && _models.Known.IsMarkedMethod(method)
            ? Read(method, cancellation)
            : null;
}
