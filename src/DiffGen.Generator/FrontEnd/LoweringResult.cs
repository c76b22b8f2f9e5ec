using System.Collections.Generic;
using System.Collections.Immutable;
using DiffGen.Generator.Diagnostics;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DiffGen.Generator.FrontEnd;

/// <summary>What lowering a method gives.</summary>
/// <param name="Method">Null if the method has errors, ours or the compiler's.</param>
/// <param name="Findings">What the front end has to say to the user; empty for code that does not compile.</param>
/// <param name="Ordinals">Where the operations of the method stand. Not part of the method's equality.</param>
internal sealed record LoweringResult(IrMethod? Method, ImmutableArray<Finding> Findings, OrdinalTable Ordinals)
{
    /// <summary>Methods with type arguments that it calls.</summary>
    public ImmutableArray<IMethodSymbol> Instances { get; init; } = [];

    /// <summary>The method with its rule, which other methods call; null for a method without.</summary>
    public IrMethod? Callee { get; init; }

    /// <summary>Methods that it calls whose rule no mark of theirs leads to.</summary>
    public ImmutableArray<IrMethod> CalledRules { get; init; } = [];
}

/// <summary>Maps <see cref="Op.Ordinal"/> to source.</summary>
internal sealed class OrdinalTable
{
    private readonly List<(SyntaxTree Tree, TextSpan Span)> _spans = new();

    public int Count => _spans.Count;

    public int Add(SyntaxNode syntax)
    {
        _spans.Add((syntax.SyntaxTree, syntax.Span));
        return _spans.Count - 1;
    }

    public Location Location(int ordinal) =>
        ordinal >= 0 && ordinal < _spans.Count ? Microsoft.CodeAnalysis.Location.Create(_spans[ordinal].Tree, _spans[ordinal].Span) : Microsoft.CodeAnalysis.Location.None;
}
