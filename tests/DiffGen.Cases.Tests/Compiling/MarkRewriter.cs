using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DiffGen.Cases.Tests.Compiling;

/// <summary>Asks for more companions of a case's method than its text does.</summary>
internal static class MarkRewriter
{
    /// <summary>The case with <paramref name="derivatives"/> of F added to its mark, if F returns a real scalar.</summary>
    public static SyntaxTree Ask(SyntaxTree tree, Derivatives derivatives)
    {
        if (derivatives == 0 || MarkOfScalar(tree) is not { } mark)
            return tree;
        string flags = string.Join(" | ", System.Enum.GetValues<Derivatives>().Where(f => System.Numerics.BitOperations.IsPow2((int)f) && derivatives.HasFlag(f)).Select(f => "DiffGen.Derivatives." + f));
        TextChange change = mark.ArgumentList?.Arguments switch
        {
            null => new(new TextSpan(mark.Name.Span.End, 0), $"(DiffGen.Derivatives.Default | {flags})"),
            [{ NameEquals: null } stated, ..] => new(new TextSpan(stated.Span.End, 0), " | " + flags),
            { Count: 0 } => new(new TextSpan(mark.ArgumentList!.OpenParenToken.Span.End, 0), $"DiffGen.Derivatives.Default | {flags}"),
            _ => new(new TextSpan(mark.ArgumentList!.OpenParenToken.Span.End, 0), $"DiffGen.Derivatives.Default | {flags}, "),
        };
        return tree.WithChangedText(tree.GetText().WithChanges(change));
    }

    /// <summary>The first mark of F, if F returns a real scalar.</summary>
    public static AttributeSyntax? MarkOfScalar(SyntaxTree tree) =>
        tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
            .Where(m => m.Identifier.ValueText == "F" && m.ReturnType.ToString() is "double" or "float")
            .SelectMany(m => m.AttributeLists).SelectMany(list => list.Attributes)
            .FirstOrDefault(a => a.Name.ToString() is "Differentiable" or "DiffGen.Differentiable");
}
