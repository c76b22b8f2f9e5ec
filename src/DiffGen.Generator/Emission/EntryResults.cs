using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Emission;

/// <summary>How a companion ends: assignments to <c>ref</c> and <c>out</c> parameters, then what it returns.</summary>
/// <param name="Returned">The returned expression, or null for <c>void</c>.</param>
internal sealed record EntryEnd(EquatableArray<string> Assignments, string? Returned);

/// <summary>Turns the results of a core function into those of a companion.</summary>
internal sealed class EntryResults
{
    private readonly IrSignature _signature;
    private readonly DifferentiableRequest _request;
    private readonly Companion _companion;
    private readonly IStructSyntax _structs;
    private readonly Dictionary<AbiLeaf, string> _values = [];
    private readonly Dictionary<AbiLeaf, string> _derivatives = [];

    private EntryResults(IrSignature signature, DifferentiableRequest request, Companion companion, IStructSyntax structs)
    {
        _signature = signature;
        _request = request;
        _companion = companion;
        _structs = structs;
    }

    /// <param name="withValue">The core's results begin with the method's return value.</param>
    /// <param name="results">One expression per result of the core.</param>
    public static EntryEnd Form(IrSignature signature, DifferentiableRequest request, Companion companion, CoreKind kind, bool withValue,
        IStructSyntax structs, IReadOnlyList<string> results)
    {
        var entry = new EntryResults(signature, request, companion, structs);
        entry.Name(kind, withValue, results);
        return new EntryEnd(entry.Assignments().ToEquatableArray(), entry.Returned());
    }

    /// <summary>The assignments to the primal's <c>ref</c> and <c>out</c> parameters.</summary>
    /// <param name="values">An expression for each leaf of those.</param>
    public static IEnumerable<string> AssignParameters(IrSignature signature, DifferentiableRequest request, Companion companion, IStructSyntax structs,
        IReadOnlyDictionary<AbiLeaf, string> values)
    {
        var entry = new EntryResults(signature, request, companion, structs);
        foreach (KeyValuePair<AbiLeaf, string> value in values)
            entry._values.Add(value.Key, value.Value);
        return entry.Assignments(entry._companion.Parameters.Where(p => p.Role == CompanionRole.Primal));
    }

    /// <summary>How a companion ends that returns nothing but derivatives.</summary>
    /// <param name="derivatives">An expression for the derivative by each leaf.</param>
    public static EntryEnd OfDerivatives(IrSignature signature, DifferentiableRequest request, Companion companion, IStructSyntax structs,
        IReadOnlyDictionary<AbiLeaf, string> derivatives)
    {
        var entry = new EntryResults(signature, request, companion, structs);
        foreach (KeyValuePair<AbiLeaf, string> derivative in derivatives)
            entry._derivatives.Add(derivative.Key, derivative.Value);
        return new EntryEnd(entry.Assignments(companion.Parameters.Where(p => p.Role == CompanionRole.Destination)).ToEquatableArray(), entry.Returned());
    }

    /// <summary>A name for each result of a core, in order: <c>value</c>, <c>dx</c>, <c>dPointX</c> …</summary>
    public static IEnumerable<string> Names(IrSignature signature, DifferentiableRequest request, CoreKind kind, bool withValue)
    {
        foreach ((AbiLeaf leaf, bool isDerivative) in Order(signature, request, kind, withValue))
        {
            string whole = leaf.Parameter == AbiLeaf.Return ? "value" : signature.Parameters[leaf.Parameter].Name;
            yield return (isDerivative ? AbiNames.DerivativeOf(whole) : whole) + string.Concat(leaf.Path);
        }
    }

    private static IEnumerable<(AbiLeaf Leaf, bool IsDerivative)> Order(IrSignature signature, DifferentiableRequest request, CoreKind kind, bool withValue)
    {
        EquatableArray<AbiLeaf> results = AbiLeaves.OfResults(signature);
        foreach (AbiLeaf leaf in results.Where(l => kind != CoreKind.Pullback && (withValue || l.Parameter != AbiLeaf.Return)))
            yield return (leaf, false);
        if (kind == CoreKind.Forward)
            yield break;
        IEnumerable<AbiLeaf> derivatives = kind == CoreKind.Jvp ? results : AbiLeaves.OfParameters(signature).Where(l => !l.IsBuffer);
        foreach (AbiLeaf leaf in derivatives.Where(l => AbiLeaves.IsActive(l, request)))
            yield return (leaf, true);
    }

    private void Name(CoreKind kind, bool withValue, IReadOnlyList<string> results)
    {
        int next = 0;
        foreach ((AbiLeaf leaf, bool isDerivative) in Order(_signature, _request, kind, withValue))
            (isDerivative ? _derivatives : _values).Add(leaf, results[next++]);
    }

    private IEnumerable<string> Assignments() => Assignments(_companion.Parameters);

    private IEnumerable<string> Assignments(IEnumerable<CompanionParameter> parameters)
    {
        foreach (CompanionParameter parameter in parameters)
        {
            if (parameter.Mode is not (ParameterMode.Ref or ParameterMode.Out) || parameter.Role == CompanionRole.Tangent && _companion.ReadsDirections)
                continue;
            if (parameter.Role == CompanionRole.Destination && _signature.Parameters[parameter.Source].Mode != ParameterMode.Ref)
            {
                foreach (string assignment in AssignFields(parameter))
                    yield return assignment;
                continue;
            }
            string value = Whole(parameter.Source, parameter.Role is CompanionRole.Primal or CompanionRole.Value ? _values : _derivatives);
            yield return $"{AbiNames.Escape(parameter.Name)} = {value};";
        }
    }

    // A struct with buffers: they have been written to, and its numbers are treated like theirs.
    private IEnumerable<string> AssignFields(CompanionParameter parameter)
    {
        string operation = _companion.Kind == CompanionKind.Vjp ? "+=" : "=";
        foreach (AbiLeaf leaf in AbiLeaves.OfParameter(_signature, parameter.Source))
        {
            if (_derivatives.TryGetValue(leaf, out string? derivative))
                yield return $"{_structs.Target(AbiNames.Escape(parameter.Name), parameter.Shape, leaf.Path)} {operation} {derivative};";
        }
    }

    private string? Returned()
    {
        var parts = new List<string>();
        if (_companion.ReturnsValue)
            parts.Add(Whole(AbiLeaf.Return, _values));
        if (_companion.ReturnsTangent)
            parts.Add(Whole(AbiLeaf.Return, _derivatives));
        if (!_companion.Gradients.IsEmpty)
            parts.Add(Tuple([.. _companion.Gradients.Select(g => Whole(g.Parameter, _derivatives))]));
        return parts.Count == 0 ? null : Tuple(parts);
    }

    private static string Tuple(IReadOnlyList<string> parts) => parts.Count == 1 ? parts[0] : "(" + string.Join(", ", parts) + ")";

    private string Whole(int parameter, Dictionary<AbiLeaf, string> known)
    {
        EquatableArray<AbiLeaf> leaves = parameter == AbiLeaf.Return ? AbiLeaves.OfReturn(_signature) : AbiLeaves.OfParameter(_signature, parameter);
        IrType type = parameter == AbiLeaf.Return ? _signature.ReturnType! : _signature.Parameters[parameter].Type;
        string[] parts = [.. leaves.Select(leaf => known.TryGetValue(leaf, out string? text) ? text : $"default({AbiTypes.TextOf(leaf.Type)})")];
        return type is StructType ? _structs.Construct(type, parts) : parts[0];
    }
}
