using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Differentiation;

/// <summary>A value of a derived method's face, and whether a derivative may flow through it.</summary>
internal readonly record struct DerivedValue(IrValue Value, bool Carries);

/// <summary>
/// Methods that no user wrote: cores, and what is composed of them, in the form of methods, so that they can be called from marked methods and
/// differentiated like these. Each has one parameter per leaf, all by value, and returns all its results as one tuple.
/// </summary>
internal static class DerivedMethod
{
    /// <summary>Whether a method of that key was derived. No documentation id has the sign that separates the parts of a derived key.</summary>
    public static bool IsDerived(string key) => key.IndexOf('|') >= 0;

    /// <summary>The key of a core as a method.</summary>
    public static string KeyOf(string callee, CoreKind kind, string variant) => $"core:{callee}|{kind}|{variant}";

    /// <summary>A core as a method; the cores that it calls become callees under their own keys.</summary>
    public static IrMethod FromCore(CoreFunction core, IrSignature owner)
    {
        var parameters = AbiLeaves.OfParameters(owner);
        var results = AbiLeaves.OfResults(owner);
        // What stands behind the primal's own parameters and results are derivatives; a pullback has neither, a reverse core not all results.
        int ownParameters = core.Kind == CoreKind.Pullback ? 0 : parameters.Length;
        int ownResults = core.Kind is CoreKind.Pullback or CoreKind.Reverse ? 0 : results.Length;
        var carries = core.Parameters.Select((p, i) => i >= ownParameters || parameters[i].CarriesDerivative).ToArray();
        var carried = core.ResultTypes.Select((r, i) => i >= ownResults || results[i].CarriesDerivative);
        return Create(KeyOf(core.Callee, core.Kind, core.Variant), core.Kind.ToString(), owner, core.Parameters.Zip(carries, (p, c) => new DerivedValue(p, c)),
            WithMethodCalls(core.Body), core.ResultTypes.Zip(carried, (r, c) => (r, c)), core.Lines, core.NextId) with
        {
            SharesRecords = core.Kind is CoreKind.Forward or CoreKind.Pullback,
        };
    }

    /// <param name="owner">The user's method that all this is a derivative of.</param>
    /// <param name="suffix">What the derived method does, for its name.</param>
    public static IrMethod Create(string key, string suffix, IrSignature owner, IEnumerable<DerivedValue> parameters, Region body, IEnumerable<(IrType Type, bool Carries)> results,
        EquatableArray<string> lines, int nextId)
    {
        var values = parameters.ToList();
        var declared = values.Select(p => new IrParameter(p.Value.Name, AbiTypes.TextOf(p.Value.Type), p.Value.Type, ParameterMode.Value, !p.Carries, null, false, false)).ToEquatableArray();
        var fields = results.Select((r, i) => new StructField($"Item{i + 1}", $"Item{i + 1}", r.Type, true, true, !r.Carries)).ToEquatableArray();
        string tuple = $"({string.Join(", ", fields.Select(f => AbiTypes.TextOf(f.Type)))})";
        var signature = owner with
        {
            Name = owner.Name.EndsWith(suffix, StringComparison.Ordinal) ? owner.Name : owner.Name + suffix,
            Parameters = declared,
            ReturnType = fields.IsEmpty ? null : new StructType(tuple, IsTuple: true, fields, StructConstruction.Tuple),
            ReturnCSharpType = fields.IsEmpty ? "void" : tuple,
            ReturnNoDerivative = false,
            Requests = default,
        };
        return new IrMethod(key, signature, values.Select(p => p.Value).ToEquatableArray(), body, lines, nextId, NextLabel(body));
    }

    private static Region WithMethodCalls(Region region) => region with
    {
        Ops = region.Ops.Map(op => op switch
        {
            CallOp { Kind: not CallKind.Primal } o => o with { Callee = KeyOf(o.Callee, Cores.KindOf(o.Kind), o.Variant), Kind = CallKind.Primal, Variant = "" },
            IfOp o => o with { Then = WithMethodCalls(o.Then), Else = WithMethodCalls(o.Else) },
            BlockOp o => o with { Body = WithMethodCalls(o.Body) },
            ForOp o => o with { Body = WithMethodCalls(o.Body) },
            LoopOp o => o with { Body = WithMethodCalls(o.Body) },
            _ => op,
        }),
    };

    /// <summary>The first label that a body does not use.</summary>
    public static int NextLabel(Region body) => OpShape.AllOps(body).Select(op => op switch
    {
        BlockOp o => o.Label,
        ForOp o => o.Label,
        LoopOp o => o.Label,
        _ => IrMethod.ReturnLabel,
    }).DefaultIfEmpty(IrMethod.ReturnLabel).Max() + 1;
}
