using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Diagnostics;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;

namespace DiffGen.Generator.FrontEnd.CustomRules;

/// <summary>The rules that a project gives for one method of others: at most one for each mode.</summary>
internal sealed class DerivativeOfRule(IMethodSymbol method, IrSignature signature, SemanticModelCache models)
{
    private IMethodSymbol? _jvp;
    private IMethodSymbol? _vjp;
    private IrSignature? _place;

    public IMethodSymbol Method => method;

    public void Add(IMethodSymbol rule, CompanionKind kind, AttributeData attribute, List<Finding> findings)
    {
        IMethodSymbol? other = kind == CompanionKind.Jvp ? _jvp : _vjp;
        string? problem = null;
        if (other is not null)
            problem = $"'{CSharpText.Short(other)}' is a {kind} rule of it already";
        else if (RuleReader.HasRule(method))
            problem = "the method names a rule of its own";
        else if (!IsCallableAnywhere(rule, method, models) && _place is not null && TypeKey(_place) != TypeKey(SignatureBuilder.Place(rule, models)))
            problem = "its rules can only be called from different types; put them into one type or make them internal";
        if (problem is not null)
        {
            findings.Add(Finding.At(DiagnosticIds.RuleSignature, DerivativeOfReader.LocationOf(attribute), CSharpText.Short(method), problem));
            return;
        }
        if (kind == CompanionKind.Jvp)
            _jvp = rule;
        else
            _vjp = rule;
        if (!IsCallableAnywhere(rule, method, models))
            _place = SignatureBuilder.Place(rule, models);
    }

    /// <summary>The method as its callers know it.</summary>
    public IrMethod Callee()
    {
        var rule = new IrRule(Call(_jvp), Call(_vjp), null, null, "", RuleWrites.Of(method, signature, models))
        {
            IsAccessible = _place is null,
            Place = _place,
            Origin = RuleOrigin.DerivativeOf,
        };
        return RuleLowering.Callee(KeyOf(method, models), signature, rule);
    }

    /// <summary>The key of a method that may be a construction of a generic one.</summary>
    public static string KeyOf(IMethodSymbol method, SemanticModelCache models) =>
        SymbolEqualityComparer.Default.Equals(method, method.OriginalDefinition)
            ? models.Key(method)
            : models.Key(method) + "{" + CSharpText.Type(method.ContainingType) + CSharpText.TypeArguments(method) + "}";

    /// <summary>Whether both the rule and the method can be called from any type of the project; else cores that do so stand in the rule's type.</summary>
    public static bool IsCallableAnywhere(IMethodSymbol rule, IMethodSymbol method, SemanticModelCache models) =>
        RuleReader.IsAccessible(rule)
        && (models.Rules.IsElsewhere(method) ? models.Compilation.IsSymbolAccessibleWithin(method, models.Compilation.Assembly) : RuleReader.IsAccessible(method));

    private static string TypeKey(IrSignature place) => place.Namespace + "|" + string.Join("|", place.ContainingTypes.Select(t => t.Declaration));

    private static string? Call(IMethodSymbol? rule) => rule is null ? null : CSharpText.StaticMember(rule);
}
