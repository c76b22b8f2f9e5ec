using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DiffGen.Generator.Diagnostics;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DiffGen.Generator.FrontEnd.CustomRules;

/// <summary>
/// The rules of methods that do not name them: those given with <c>[DerivativeOf]</c>, and companions of methods of other assemblies. One
/// per compilation; files are bound only where their text has the attribute.
/// </summary>
internal sealed class RuleIndex
{
    private readonly SemanticModelCache _models;
    private readonly Lazy<Given> _given;
    private readonly ConcurrentDictionary<IMethodSymbol, IrMethod?> _companions = new(SymbolEqualityComparer.Default);

    public RuleIndex(SemanticModelCache models)
    {
        _models = models;
        _given = new Lazy<Given>(Read);
    }

    /// <summary>The method with the rule that calls of it follow, or null if there is none, or none that fits.</summary>
    public IrMethod? Find(IMethodSymbol method)
    {
        if (_given.Value.Rules.Count > 0 && _given.Value.Rules.TryGetValue(method, out IrMethod? rule))
            return rule;
        return IsElsewhere(method) && _models.Known.IsMarkedMethod(method) ? _companions.GetOrAdd(method, m => CompanionRule.Of(m, _models)) : null;
    }

    /// <summary>Whether the method belongs to another assembly, whether or not an editor shows its source.</summary>
    public bool IsElsewhere(IMethodSymbol method) => !SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, _models.Compilation.Assembly);

    /// <summary>What is wrong with the attributes of a method that is meant as a rule.</summary>
    public ImmutableArray<Finding> Findings(IMethodSymbol rule) => _given.Value.Findings.TryGetValue(rule, out List<Finding>? found) ? [.. found] : [];

    private Given Read()
    {
        var given = new Given();
        var targets = new Dictionary<IMethodSymbol, DerivativeOfRule>(SymbolEqualityComparer.Default);
        foreach (IMethodSymbol method in RuleMethods())
        {
            foreach (AttributeData attribute in method.GetAttributes().Where(IsRule))
            {
                var findings = new List<Finding>();
                if (new DerivativeOfReader(method, attribute, _models, findings).Read() is { } target)
                {
                    if (!targets.TryGetValue(target.Method, out DerivativeOfRule? rule))
                        targets.Add(target.Method, rule = new DerivativeOfRule(target.Method, target.Signature, _models));
                    rule.Add(method, target.Kind, attribute, findings);
                }
                if (findings.Count > 0 && !given.Findings.TryGetValue(method, out List<Finding>? all))
                    given.Findings.Add(method, findings);
                else if (findings.Count > 0)
                    given.Findings[method].AddRange(findings);
            }
        }
        foreach (DerivativeOfRule rule in targets.Values)
            given.Rules.Add(rule.Method, rule.Callee());
        return given;
    }

    private IEnumerable<IMethodSymbol> RuleMethods()
    {
        foreach (SyntaxTree tree in _models.Compilation.SyntaxTrees)
        {
            foreach (MethodDeclarationSyntax declaration in RuleText.Of(tree))
            {
                if (_models.Model(tree).GetDeclaredSymbol(declaration) is IMethodSymbol { PartialDefinitionPart: null } method && method.GetAttributes().Any(IsRule))
                    yield return method;
            }
        }
    }

    public static bool IsRule(AttributeData attribute) =>
        attribute.AttributeClass is { Name: "DerivativeOfAttribute", ContainingNamespace: { Name: "DiffGen", ContainingNamespace.IsGlobalNamespace: true } };

    private sealed class Given
    {
        public Dictionary<IMethodSymbol, IrMethod> Rules { get; } = new(SymbolEqualityComparer.Default);

        public Dictionary<IMethodSymbol, List<Finding>> Findings { get; } = new(SymbolEqualityComparer.Default);
    }
}
