using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DiffGen.CodeFixes;

/// <summary>Marks every called method once, however often it is called: in a document, a project or the whole solution.</summary>
internal sealed class MarkCalledMethodFixAll : FixAllProvider
{
    public override async Task<CodeAction?> GetFixAsync(FixAllContext context)
    {
        ImmutableArray<Document> documents = context.Scope switch
        {
            FixAllScope.Document when context.Document is not null => [context.Document],
            FixAllScope.Project => [.. context.Project.Documents],
            FixAllScope.Solution => [.. Documents(context.Solution)],
            _ => [],
        };
        var methods = new List<MethodDeclarationSyntax>();
        foreach (Document document in documents)
        {
            foreach (Diagnostic diagnostic in await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false))
            {
                if (await CalledMethod.FindAsync(document, diagnostic.Location.SourceSpan, context.CancellationToken).ConfigureAwait(false) is { } method)
                    methods.Add(method);
            }
        }
        Solution solution = context.Solution;
        return CodeAction.Create("Mark all called methods [Differentiable]", Mark, equivalenceKey: context.CodeActionEquivalenceKey);

        Task<Solution> Mark(CancellationToken cancellation) => MarkedSolution.MarkAsync(solution, methods, cancellation);
    }

    private static IEnumerable<Document> Documents(Solution solution)
    {
        foreach (Project project in solution.Projects)
        {
            foreach (Document document in project.Documents)
                yield return document;
        }
    }
}
