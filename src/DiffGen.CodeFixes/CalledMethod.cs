using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DiffGen.CodeFixes;

/// <summary>Finds the declaration of the method that an expression calls.</summary>
internal static class CalledMethod
{
    /// <summary>The declaration in source, or null for methods of other assemblies.</summary>
    public static async Task<MethodDeclarationSyntax?> FindAsync(Document document, TextSpan span, CancellationToken cancellation)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        SemanticModel? model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        if (root?.FindNode(span, getInnermostNodeForTie: true).FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } call)
            return null;
        if (model?.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol method)
            return null;
        IMethodSymbol definition = method.OriginalDefinition.PartialDefinitionPart ?? method.OriginalDefinition;
        SyntaxReference? place = definition.DeclaringSyntaxReferences.FirstOrDefault();
        return place is null ? null : await place.GetSyntaxAsync(cancellation).ConfigureAwait(false) as MethodDeclarationSyntax;
    }
}
