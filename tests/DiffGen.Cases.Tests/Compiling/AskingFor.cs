using System.Linq;
using DiffGen.Cases.Tests.Format;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DiffGen.Cases.Tests.Compiling;

/// <summary>Cases whose method under test asks for other companions than it does in its file.</summary>
internal static class AskingFor
{
    /// <summary>The case with a mark that asks for the given companion alone, with the same active parameters.</summary>
    public static CaseFile Only(CaseFile file, string companion)
    {
        CompilationUnitSyntax root = SyntaxFactory.ParseCompilationUnit(file.Text);
        MethodDeclarationSyntax method = root.DescendantNodes().OfType<MethodDeclarationSyntax>()
            .First(m => m.Identifier.ValueText == "F" && m.AttributeLists.SelectMany(l => l.Attributes).Any(IsMark));
        AttributeSyntax mark = method.AttributeLists.SelectMany(l => l.Attributes).First(IsMark);
        AttributeArgumentSyntax[] kept = [.. mark.ArgumentList?.Arguments.Where(a => a.NameEquals is not null) ?? []];
        AttributeArgumentSyntax flags = SyntaxFactory.AttributeArgument(SyntaxFactory.ParseExpression("global::DiffGen.Derivatives." + companion));
        AttributeSyntax changed = mark.WithArgumentList(SyntaxFactory.AttributeArgumentList(SyntaxFactory.SeparatedList([flags, .. kept])));
        return file with { Text = root.ReplaceNode(mark, changed).ToFullString() };
    }

    private static bool IsMark(AttributeSyntax attribute) => attribute.Name.ToString() is "Differentiable" or "DifferentiableAttribute";
}
