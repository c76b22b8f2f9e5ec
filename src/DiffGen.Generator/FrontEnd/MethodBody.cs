using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiffGen.Generator.FrontEnd;

/// <summary>Finds the body of a method, an operator or an accessor.</summary>
internal static class MethodBody
{
    /// <summary>The block that the method runs, or null if it has none.</summary>
    public static IOperation? Get(IMethodSymbol method, SemanticModelCache models, CancellationToken cancellation = default)
    {
        if (method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is not { } syntax)
            return null;
        // In an editor a referenced project comes with its source, whose files belong to another compilation.
        if (!models.Compilation.ContainsSyntaxTree(syntax.SyntaxTree))
            return null;
        return models.Model(syntax.SyntaxTree).GetOperation(syntax, cancellation) switch
        {
            IMethodBodyOperation body => body.BlockBody ?? body.ExpressionBody,
            IBlockOperation block => block,
            ILocalFunctionOperation function => function.Body,
            _ => null,
        };
    }
}
