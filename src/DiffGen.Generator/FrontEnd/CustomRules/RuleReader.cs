using System;
using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Diagnostics;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;

namespace DiffGen.Generator.FrontEnd.CustomRules;

/// <summary>Reads <c>[CustomDerivative]</c>: finds the methods that it names and compares them with what <see cref="Abi"/> asks of them.</summary>
internal sealed partial class RuleReader
{
    private const string FixedPointAttribute = "FixedPointAttribute";

    // Stands in messages for a type that is not known.
    private const string NoState = "TState";

    private readonly IMethodSymbol _method;
    private readonly IrSignature _signature;
    private readonly SemanticModelCache _models;
    private readonly List<Finding> _findings;
    private readonly Location _location;
    private readonly List<IMethodSymbol> _found = [];

    private RuleReader(IMethodSymbol method, IrSignature signature, SemanticModelCache models, List<Finding> findings, Location location)
    {
        _method = method;
        _signature = signature;
        _models = models;
        _findings = findings;
        _location = location;
    }

    public static bool HasRule(IMethodSymbol method) => Attribute(method) is not null;

    /// <summary>The rule, or null if something is wrong with it; then findings say what.</summary>
    public static IrRule? Read(IMethodSymbol method, IrSignature signature, SemanticModelCache models, List<Finding> findings)
    {
        AttributeData attribute = Attribute(method)!;
        Location location = attribute.ApplicationSyntaxReference?.GetSyntax().GetLocation() ?? Location.None;
        int before = findings.Count;
        var reader = new RuleReader(method, signature, models, findings, location);
        IrRule rule = attribute.AttributeClass!.Name == FixedPointAttribute ? reader.ReadFixedPoint(attribute) : reader.Read(attribute);
        return findings.Count == before ? rule : null;
    }

    private static AttributeData? Attribute(IMethodSymbol method) => method.GetAttributes().Concat(method.PartialDefinitionPart?.GetAttributes() ?? [])
        .FirstOrDefault(attribute => attribute.AttributeClass is { Name: "CustomDerivativeAttribute" or FixedPointAttribute, ContainingNamespace: { Name: "DiffGen", ContainingNamespace.IsGlobalNamespace: true } });

    private IrRule Read(AttributeData attribute)
    {
        string? Named(string key) => attribute.NamedArguments.FirstOrDefault(argument => argument.Key == key).Value.Value as string;
        string? forward = Named("Forward"), pullback = Named("Pullback"), vjp = Named("Vjp"), jvp = Named("Jvp");
        if (forward is null != pullback is null)
            Report("Forward and Pullback come together");
        else if (forward is not null && vjp is not null)
            Report("Vjp and the pair of Forward and Pullback are two rules for reverse mode; name one of them");
        else if (jvp is null && vjp is null && forward is null)
            Report("it names no method; set Jvp, Vjp, or Forward and Pullback");
        if (!_method.IsStatic || _method.IsGenericMethod)
            Report("rules are supported for static methods without type parameters");
        if (_signature.ReturnType is BufferType)
            Report("a method with a rule cannot return an array in this version; write to a span parameter");
        IMethodSymbol? first = forward is null ? null : Find("Forward", forward, candidate => RuleMethods.Forward(_signature, StateType(candidate)));
        string stateType = first is null ? NoState : StateType(first);
        if (first?.Parameters.LastOrDefault() is { RefKind: RefKind.Out } state)
        {
            if (state.Type.IsRefLikeType || state.Type.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer)
                Report($"the state of '{forward}' has the type '{CSharpText.Short(state.Type)}', which cannot be kept; use a type that a field can have");
        }
        if (jvp is not null)
            Check("Jvp", jvp, _ => RuleMethods.Jvp(_signature));
        if (vjp is not null)
            Check("Vjp", vjp, _ => RuleMethods.Vjp(_signature));
        if (first is not null)
            Compare("Forward", first, RuleMethods.Forward(_signature, stateType));
        if (pullback is not null)
            Check("Pullback", pullback, _ => RuleMethods.Pullback(_signature, stateType));
        string? Call(string? name) => name is null ? null : $"{CSharpText.Type(_method.ContainingType)}.{CSharpText.Identifier(name)}";
        return new IrRule(Call(jvp), Call(vjp), Call(forward), Call(pullback), stateType == NoState ? "" : stateType, RuleWrites.Of(_method, _signature, _models))
        {
            IsAccessible = _found.Append(_method).All(IsAccessible),
        };
    }

    /// <summary>Whether the method and what its rule names can be called from any type of the project, so that nothing need be added to its own.</summary>
    public static bool IsAccessible(IMethodSymbol method)
    {
        for (ISymbol symbol = method; symbol is not null and not INamespaceSymbol; symbol = symbol.ContainingSymbol)
        {
            if (symbol.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal))
                return false;
        }
        return true;
    }

    private void Report(string what, string expected = "")
    {
        string text = expected.Length == 0 ? what : $"{what}; expected: {expected.Replace("global::System.", "").Replace("global::", "")}";
        if (!_findings.Any(finding => finding.Id == DiagnosticIds.RuleSignature))
            _findings.Add(Finding.At(DiagnosticIds.RuleSignature, _location, CSharpText.Short(_method), text));
    }

    // Of several overloads the one that fits is meant; where none does, one with the right number of parameters is compared.
    private IMethodSymbol? Find(string role, string name, Func<IMethodSymbol, Companion> wanted)
    {
        IMethodSymbol[] candidates = [.. _method.ContainingType.GetMembers(name).OfType<IMethodSymbol>()];
        IMethodSymbol? best = candidates.FirstOrDefault(candidate => RuleComparison.WhyNot(candidate, wanted(candidate), _method, _signature) is null)
            ?? candidates.FirstOrDefault(candidate => candidate.Parameters.Length == wanted(candidate).Parameters.Length) ?? candidates.FirstOrDefault();
        if (best is null)
            Report($"{role} names '{name}', which is no method of '{CSharpText.Short(_method.ContainingType)}'");
        else
            _found.Add(best);
        return best;
    }

    private static string StateType(IMethodSymbol forward) =>
        forward.Parameters.LastOrDefault() is { RefKind: RefKind.Out } state ? RuleComparison.Plain(state.Type) : NoState;

    private void Check(string role, string name, Func<IMethodSymbol, Companion> wanted)
    {
        if (Find(role, name, wanted) is { } found)
            Compare(role, found, wanted(found));
    }

    private void Compare(string role, IMethodSymbol found, Companion wanted)
    {
        string declaration = $"static {RuleComparison.ReturnText(wanted, _method, _signature)} {found.Name}({string.Join(", ", wanted.Parameters.Select(RuleComparison.Text))})";
        if (!found.IsStatic || found.IsGenericMethod)
            Report($"'{found.Name}' must be static and have no type parameters", declaration);
        else if (RuleComparison.WhyNot(found, wanted, _method, _signature) is { } difference)
            Report($"{role} names '{found.Name}', {difference}", declaration);
    }
}
