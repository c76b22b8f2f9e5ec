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

namespace DiffGen.CodeFixes;

/// <summary>Marks the method that is called with an active argument, and makes its types partial.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MarkCalledMethodCodeFix)), Shared]
public sealed class MarkCalledMethodCodeFix : CodeFixProvider
{
    private const string Title = "Mark the called method [Differentiable]";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.UnmarkedCall];

    public override FixAllProvider GetFixAllProvider() => new MarkCalledMethodFixAll();

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await CalledMethod.FindAsync(context.Document, context.Span, context.CancellationToken).ConfigureAwait(false) is not { } method)
            return;
        context.RegisterCodeFix(
            CodeAction.Create(Title, cancellation => MarkedSolution.MarkAsync(context.Document.Project.Solution, [method], cancellation), equivalenceKey: Title),
            context.Diagnostics);
    }
}
