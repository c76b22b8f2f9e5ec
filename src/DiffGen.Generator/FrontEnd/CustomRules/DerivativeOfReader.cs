using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Diagnostics;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DiffGen.Generator.FrontEnd.CustomRules;

/// <summary>Which method a <c>[DerivativeOf]</c> is for, and whether as a Jvp or a Vjp: both follow from the shape of the rule.</summary>
internal sealed record RuleTarget(IMethodSymbol Method, IrSignature Signature, CompanionKind Kind);

/// <summary>Reads one <c>[DerivativeOf]</c>: of the overloads of the named member, and of the two kinds of rules, the one that the rule's signature fits.</summary>
internal sealed class DerivativeOfReader(IMethodSymbol rule, AttributeData attribute, SemanticModelCache models, List<Finding> findings)
{
    private static readonly CompanionKind[] Kinds = [CompanionKind.Jvp, CompanionKind.Vjp];

    public static Location LocationOf(AttributeData attribute) => attribute.ApplicationSyntaxReference?.GetSyntax().GetLocation() ?? Location.None;

    /// <summary>What the rule is for, or null if nothing fits; then findings say why.</summary>
    public RuleTarget? Read()
    {
        if (attribute.ConstructorArguments is not [{ Value: INamedTypeSymbol { TypeKind: not TypeKind.Error } type }, { Value: string member }])
            return Report(rule, "[DerivativeOf] names no method; write [DerivativeOf(typeof(T), nameof(T.F))]");
        if (!rule.IsStatic || rule.IsGenericMethod || IsInGenericType(rule))
            return Report(rule, $"'{rule.Name}' must be static and have no type parameters, nor its type");
        IMethodSymbol[] named = [.. Members(type, member)];
        if (named.Length == 0)
            return Report(rule, $"'{member}' is no method or property of '{CSharpText.Short(type)}'");
        var reasons = new List<string>();
        var candidates = new List<RuleTarget>();
        foreach (IMethodSymbol method in named.SelectMany(Constructed))
        {
            IrSignature? signature = SignatureBuilder.OfCallee(method, models, out string reason);
            if (signature is null)
                reasons.Add(reason);
            else if (!RuleMethods.Request(signature).ActiveParameters.IsEmpty)
                candidates.AddRange(Kinds.Select(kind => new RuleTarget(method, signature, kind)));
            else
                reasons.Add("no parameter of it carries a derivative");
        }
        if (candidates.Count == 0)
            return Report(named[0], $"there can be no rule for it, since {reasons.FirstOrDefault() ?? "it is not known"}");
        List<RuleTarget> fitting = [.. candidates.Where(c => WhyNot(c) is null)];
        if (fitting.Count > 1 && fitting.Where(HasItsName).ToList() is { Count: > 0 } meant)
            fitting = meant;
        return fitting.Count switch
        {
            1 => IsCallable(fitting[0]) ? fitting[0] : null,
            0 => Unfit(Nearest(candidates)),
            _ => Report(fitting[0].Method, $"'{rule.Name}' fits as {string.Join(" and as ", fitting.Select(f => $"{f.Kind} of '{CSharpText.Short(f.Method)}'"))}; let its name end in Jvp or Vjp, or change its parameters"),
        };
    }

    // Cores that call the rule and the method stand in the rule's type if nothing else can call them.
    private bool IsCallable(RuleTarget target)
    {
        if (DerivativeOfRule.IsCallableAnywhere(rule, target.Method, models))
            return true;
        if (!models.Compilation.IsSymbolAccessibleWithin(target.Method, rule.ContainingType))
        {
            Report(target.Method, $"it cannot be called from '{CSharpText.Short(rule.ContainingType)}', where '{rule.Name}' is; make it internal, or move the rule to its type");
            return false;
        }
        for (INamedTypeSymbol? type = rule.ContainingType; type is not null; type = type.ContainingType)
        {
            bool isPartial = type.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));
            if (!isPartial || type.IsFileLocal)
            {
                Report(target.Method, $"'{rule.Name}' or the method itself cannot be called from everywhere in the project; make both internal, or '{CSharpText.Short(type)}' partial");
                return false;
            }
        }
        return true;
    }

    private RuleTarget? Unfit(RuleTarget nearest)
    {
        Companion wanted = Wanted(nearest);
        string declaration = $"static {RuleComparison.ReturnText(wanted, nearest.Method, nearest.Signature)} {rule.Name}({string.Join(", ", wanted.Parameters.Select(RuleComparison.Text))})";
        return Report(nearest.Method, $"as a {nearest.Kind} rule it is '{rule.Name}', {WhyNot(nearest)}; expected: {declaration.Replace("global::System.", "").Replace("global::", "")}");
    }

    // What the name says, then what the result says, then what has as many parameters.
    private RuleTarget Nearest(List<RuleTarget> candidates) => candidates
        .OrderBy(c => HasItsName(c) ? 0 : 1)
        .ThenBy(c => Math.Abs(Wanted(c).Parameters.Length - rule.Parameters.Length))
        .ThenBy(c => Wanted(c).Parameters.Zip(rule.Parameters, (p, q) => p.Type == CSharpText.Type(q.Type)).Count(same => !same))
        .First();

    private bool HasItsName(RuleTarget target) => rule.Name.EndsWith(target.Kind.ToString(), StringComparison.OrdinalIgnoreCase);

    private string? WhyNot(RuleTarget target) => RuleComparison.WhyNot(rule, Wanted(target), target.Method, target.Signature);

    private static Companion Wanted(RuleTarget target) => target.Kind == CompanionKind.Jvp ? RuleMethods.Jvp(target.Signature) : RuleMethods.Vjp(target.Signature);

    private static IEnumerable<IMethodSymbol> Members(INamedTypeSymbol type, string member)
    {
        if (type.IsUnboundGenericType)
            yield break;
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            foreach (ISymbol symbol in current.GetMembers(member))
            {
                if (symbol is IMethodSymbol method)
                    yield return method;
                else if (symbol is IPropertySymbol { GetMethod: { } getter })
                    yield return getter;
            }
        }
    }

    // A generic method is meant for one of the types of numbers.
    private IEnumerable<IMethodSymbol> Constructed(IMethodSymbol method)
    {
        if (!method.IsGenericMethod)
            return [method];
        return new[] { SpecialType.System_Double, SpecialType.System_Single }
            .Select(type => method.Construct([.. method.TypeParameters.Select(_ => (ITypeSymbol)models.Compilation.GetSpecialType(type))]));
    }

    private static bool IsInGenericType(IMethodSymbol method)
    {
        for (INamedTypeSymbol? type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            if (type.IsGenericType)
                return true;
        }
        return false;
    }

    private RuleTarget? Report(IMethodSymbol method, string problem)
    {
        findings.Add(Finding.At(DiagnosticIds.RuleSignature, LocationOf(attribute), CSharpText.Short(method), problem));
        return null;
    }
}
