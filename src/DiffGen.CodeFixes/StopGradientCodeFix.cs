using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DiffGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace DiffGen.CodeFixes;

/// <summary>Wraps what loses its derivative in <c>Diff.StopGradient</c>: the operand of a conversion, or the arguments of a call.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StopGradientCodeFix)), Shared]
public sealed class StopGradientCodeFix : CodeFixProvider
{
    private const string Title = "Hold constant with Diff.StopGradient";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.UnmarkedCall, DiagnosticIds.IntegerConversion];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        SemanticModel? model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root?.FindNode(context.Span, getInnermostNodeForTie: true) is not ExpressionSyntax expression || model is null)
            return;
        ImmutableArray<ExpressionSyntax> operands = [.. Operands(expression).Where(operand => CanStop(model.GetTypeInfo(operand, context.CancellationToken).Type))];
        if (operands.IsEmpty)
            return;
        context.RegisterCodeFix(
            CodeAction.Create(Title, cancellation => FixAsync(context.Document, operands, cancellation), equivalenceKey: Title),
            context.Diagnostics);
    }

    private static ImmutableArray<ExpressionSyntax> Operands(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax inner => Operands(inner.Expression),
        CastExpressionSyntax cast => [cast.Expression],
        InvocationExpressionSyntax call => [.. call.ArgumentList.Arguments.Where(a => a.RefKindKeyword.IsKind(SyntaxKind.None)).Select(a => a.Expression)],
        _ => [expression],
    };

    private static bool CanStop(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => CanStop(array.ElementType),
        INamedTypeSymbol { Name: "Span" or "ReadOnlySpan", TypeArguments: [var element] } => CanStop(element),
        _ => type?.SpecialType is SpecialType.System_Double or SpecialType.System_Single,
    };

    private static async Task<Document> FixAsync(Document document, ImmutableArray<ExpressionSyntax> operands, CancellationToken cancellation)
    {
        SyntaxNode root = (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!;
        return document.WithSyntaxRoot(root.ReplaceNodes(operands, static (_, operand) => Stop(operand)));
    }

    private static ExpressionSyntax Stop(ExpressionSyntax operand)
    {
        ExpressionSyntax stop = SyntaxFactory.ParseExpression("global::DiffGen.Diff.StopGradient").WithAdditionalAnnotations(Simplifier.Annotation);
        ExpressionSyntax bare = operand is ParenthesizedExpressionSyntax parenthesized ? parenthesized.Expression : operand;
        return SyntaxFactory.InvocationExpression(stop, SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(bare.WithoutTrivia()))))
            .WithTriviaFrom(operand);
    }
}
