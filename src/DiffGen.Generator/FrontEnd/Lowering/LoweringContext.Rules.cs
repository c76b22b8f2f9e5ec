using System;
using System.Collections.Generic;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;

namespace DiffGen.Generator.FrontEnd.Lowering;

// Methods whose rule no mark of theirs leads to: they come with the methods that call them.
internal sealed partial class LoweringContext
{
    private readonly SortedDictionary<string, IrMethod> _rules = new(StringComparer.Ordinal);

    /// <summary>Such methods that have been called.</summary>
    public IEnumerable<IrMethod> CalledRules => _rules.Values;

    /// <summary>The method has a derivative that calls of it can follow.</summary>
    public bool IsDifferentiable(IMethodSymbol method) => Known.IsMarkedMethod(method) || Models.Rules.Find(method) is not null;

    /// <summary>By which key a method is called that depends on the dynamic type of its receiver; null if its companions cannot serve.</summary>
    public string? DispatchedKey(IMethodSymbol method)
    {
        if (CustomRules.DispatchRule.Of(method, Models) is not { } rule)
            return null;
        _rules[rule.Key] = rule;
        return rule.Key;
    }

    /// <summary>By which key a differentiable method is called.</summary>
    public string CalleeKey(IMethodSymbol method)
    {
        if (Models.Rules.Find(method) is not { } rule)
        {
            AddInstance(method);
            return Models.Key(method);
        }
        _rules[rule.Key] = rule;
        return rule.Key;
    }
}
