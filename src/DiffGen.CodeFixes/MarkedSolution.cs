using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace DiffGen.CodeFixes;

/// <summary>Adds <c>[Differentiable]</c> to methods, wherever in the solution they are.</summary>
internal static class MarkedSolution
{
    public static async Task<Solution> MarkAsync(Solution solution, IEnumerable<MethodDeclarationSyntax> methods, CancellationToken cancellation)
    {
        foreach (IGrouping<SyntaxTree, MethodDeclarationSyntax> inFile in methods.Distinct().GroupBy(m => m.SyntaxTree))
        {
            if (solution.GetDocument(inFile.Key) is not { } document)
                continue;
            SyntaxNode root = await inFile.Key.GetRootAsync(cancellation).ConfigureAwait(false);
            SyntaxNode[] changed =
            [
                .. inFile,
                .. inFile.SelectMany(m => m.Ancestors().OfType<TypeDeclarationSyntax>()).Distinct().Where(t => !t.Modifiers.Any(SyntaxKind.PartialKeyword)),
            ];
            SyntaxNode marked = root.ReplaceNodes(changed, static (_, rewritten) => rewritten switch
            {
                MethodDeclarationSyntax method => Mark(method),
                TypeDeclarationSyntax type => MakePartialCodeFix.WithPartial(type),
                _ => rewritten,
            });
            solution = solution.WithDocumentSyntaxRoot(document.Id, marked);
        }
        return solution;
    }

    private static MethodDeclarationSyntax Mark(MethodDeclarationSyntax method)
    {
        // Fully qualified, and simplified where the file has the using directive.
        NameSyntax name = SyntaxFactory.ParseName("global::DiffGen.Differentiable").WithAdditionalAnnotations(Simplifier.Annotation);
        SyntaxTriviaList leading = method.GetLeadingTrivia();
        AttributeListSyntax attribute = SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Attribute(name)))
            .WithLeadingTrivia(leading)
            .WithTrailingTrivia(SyntaxFactory.ElasticLineFeed)
            .WithAdditionalAnnotations(Formatter.Annotation);
        SyntaxTriviaList indentation = [.. leading.Reverse().TakeWhile(t => t.IsKind(SyntaxKind.WhitespaceTrivia)).Reverse()];
        MethodDeclarationSyntax bare = method.WithLeadingTrivia(indentation);
        return bare.WithAttributeLists(bare.AttributeLists.Insert(0, attribute));
    }
}
