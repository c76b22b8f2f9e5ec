using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.FrontEnd.Companions;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;

namespace DiffGen.Generator.FrontEnd.CustomRules;

/// <summary>
/// A marked method of another assembly: nothing of its body is known, but its companions <c>FJvp</c> and <c>FVjp</c> have the signatures of
/// rules. Those that can be called from here serve as its rule.
/// </summary>
internal static class CompanionRule
{
    /// <summary>The method with that rule, or null if no companion can be called.</summary>
    public static IrMethod? Of(IMethodSymbol method, SemanticModelCache models)
    {
        if (method.IsGenericMethod || SignatureBuilder.OfCallee(method, models, out _) is not { } signature)
            return null;
        string[] prefixes = [.. Prefixes(method, signature, models)];
        IMethodSymbol? jvp = Find(method, prefixes, RuleMethods.Jvp(signature), "Jvp", signature, models);
        IMethodSymbol? vjp = Find(method, prefixes, RuleMethods.Vjp(signature), "Vjp", signature, models);
        if (jvp is null && vjp is null)
            return null;
        var rule = new IrRule(Call(jvp), Call(vjp), null, null, "", RuleWrites.Of(method, signature, models)) { IsAccessible = true, Origin = RuleOrigin.Companions };
        return RuleLowering.Callee(DerivativeOfRule.KeyOf(method, models), signature, rule);
    }

    // Companions by some of the parameters only would lose the derivatives by the others.
    private static IEnumerable<string> Prefixes(IMethodSymbol method, IrSignature signature, SemanticModelCache models)
    {
        HashSet<string> active = [.. RuleMethods.Request(signature).ActiveParameters.Select(i => signature.Parameters[i].Name)];
        ISymbol marked = models.Known.IsMarked(method) ? method : method.AssociatedSymbol!;
        foreach (AttributeData attribute in marked.GetAttributes().Where(a => KnownSymbols.Same(a.AttributeClass, models.Known.Differentiable)))
        {
            TypedConstant wrt = attribute.NamedArguments.FirstOrDefault(argument => argument.Key == "Wrt").Value;
            if (wrt.Kind == TypedConstantKind.Array && !wrt.IsNull && !active.IsSubsetOf(wrt.Values.Select(value => value.Value as string ?? "")))
                continue;
            yield return attribute.NamedArguments.FirstOrDefault(argument => argument.Key == "Name").Value.Value as string ?? marked.Name;
        }
    }

    private static IMethodSymbol? Find(IMethodSymbol method, string[] prefixes, Companion wanted, string ending, IrSignature signature, SemanticModelCache models) =>
        prefixes.SelectMany(prefix => method.ContainingType.GetMembers(prefix + ending)).OfType<IMethodSymbol>().FirstOrDefault(found =>
            found.IsStatic == method.IsStatic && CompanionIndex.IsGenerated(found) && models.Compilation.IsSymbolAccessibleWithin(found, models.Compilation.Assembly)
            && RuleComparison.WhyNot(found, method.IsStatic ? wanted : wanted with { Parameters = wanted.Declared.ToEquatableArray() }, method, signature) is null);

    private static string? Call(IMethodSymbol? companion) => companion is null ? null : CSharpText.StaticMember(companion);
}
