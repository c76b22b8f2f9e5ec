using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.FrontEnd.CustomRules;

/// <summary>
/// Methods with a rule have no body of interest: as callees they carry the rule, and where they are marked, what their companions are
/// made of is a call of that callee.
/// </summary>
internal static class RuleLowering
{
    /// <summary>The method as callees know it.</summary>
    public static IrMethod Callee(string key, IrSignature signature, EquatableArray<IrValue> parameters, IrRule rule, int nextId, int nextLabel) =>
        Wrapper(key + IrRule.KeySuffix, key + IrRule.KeySuffix, signature with { Requests = default }, parameters, nextId, nextLabel) with { Rule = rule };

    /// <summary>The same of a method that is known by its signature alone.</summary>
    public static IrMethod Callee(string key, IrSignature signature, IrRule rule)
    {
        var ids = new IdSource(0, IrMethod.ReturnLabel + 1);
        EquatableArray<IrValue> parameters = AbiLeaves.OfParameters(signature)
            .Select(leaf => ids.Value(leaf.Type, signature.Parameters[leaf.Parameter].Name + string.Concat(leaf.Path))).ToEquatableArray();
        return Callee(key, signature, parameters, rule, ids.NextId, ids.NextLabel);
    }

    /// <summary>The method as its own companions see it.</summary>
    public static IrMethod Marked(string key, IrSignature signature, EquatableArray<IrValue> parameters, int nextId, int nextLabel) =>
        Wrapper(key, key + IrRule.KeySuffix, signature, parameters, nextId, nextLabel);

    private static IrMethod Wrapper(string key, string callee, IrSignature signature, EquatableArray<IrValue> parameters, int nextId, int nextLabel)
    {
        var ids = new IdSource(nextId, nextLabel);
        IEnumerable<IrValue> values = AbiLeaves.OfResults(signature).Select(leaf =>
            ids.Value(leaf.Type, (leaf.Parameter == AbiLeaf.Return ? "value" : signature.Parameters[leaf.Parameter].Name) + string.Concat(leaf.Path)));
        EquatableArray<IrValue> results = values.ToEquatableArray();
        var call = new CallOp(results, callee, CallKind.Primal, parameters);
        return new IrMethod(key, signature, parameters, new Region(default, [call], new Break(IrMethod.ReturnLabel, results, -1)), default, ids.NextId, ids.NextLabel);
    }
}
