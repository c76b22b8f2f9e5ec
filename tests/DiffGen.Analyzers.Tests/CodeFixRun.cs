using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DiffGen.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace DiffGen.Analyzers.Tests;

/// <summary>Applies a code fix to source text, as an editor does.</summary>
internal static class CodeFixRun
{
    /// <summary>Fixes the first diagnostic that the provider can fix.</summary>
    public static async Task<string[]> FixOneAsync(CodeFixProvider provider, params string[] sources)
    {
        Project project = CreateProject(sources);
        Diagnostic diagnostic = (await DiagnosticsAsync(project, provider)).First();
        Document document = project.GetDocument(diagnostic.Location.SourceTree)!;
        var actions = new List<CodeAction>();
        await provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        return await ApplyAsync(Single(actions), project.Id, sources.Length);
    }

    /// <summary>Fixes all diagnostics of the solution at once.</summary>
    public static async Task<string[]> FixAllAsync(CodeFixProvider provider, params string[] sources)
    {
        Project project = CreateProject(sources);
        ImmutableArray<Diagnostic> diagnostics = await DiagnosticsAsync(project, provider);
        Document first = project.GetDocument(diagnostics[0].Location.SourceTree)!;
        var actions = new List<CodeAction>();
        await provider.RegisterCodeFixesAsync(new CodeFixContext(first, diagnostics[0], (action, _) => actions.Add(action), CancellationToken.None));
        var context = new FixAllContext(first, provider, FixAllScope.Solution, Single(actions).EquivalenceKey, provider.FixableDiagnosticIds,
            new Known(diagnostics), CancellationToken.None);
        CodeAction? all = await provider.GetFixAllProvider()!.GetFixAsync(context);
        return await ApplyAsync(all!, project.Id, sources.Length);
    }

    private static CodeAction Single(List<CodeAction> actions) => Xunit.Assert.Single(actions);

    private static Project CreateProject(string[] sources)
    {
        GeneratorOptions options = GeneratorOptions.Default;
        var workspace = new AdhocWorkspace();
        Project project = workspace.AddProject(ProjectInfo.Create(ProjectId.CreateNewId(), VersionStamp.Default, "P", "P", LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary),
            parseOptions: new CSharpParseOptions(options.LanguageVersion),
            metadataReferences: ConsumerCompilation.References));
        for (int i = 0; i < sources.Length; i++)
            project = project.AddDocument($"File{i}.cs", SourceText.From(sources[i])).Project;
        return project;
    }

    private static async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(Project project, CodeFixProvider provider)
    {
        Compilation compilation = (await project.GetCompilationAsync())!;
        ImmutableArray<Diagnostic> all = await compilation.WithAnalyzers(ConsumerCompilation.Analyzers).GetAnalyzerDiagnosticsAsync();
        ImmutableArray<Diagnostic> fixable = [.. all.Where(d => provider.FixableDiagnosticIds.Contains(d.Id)).OrderBy(d => d.Location.SourceTree!.FilePath, StringComparer.Ordinal).ThenBy(d => d.Location.SourceSpan.Start)];
        Xunit.Assert.True(fixable.Length > 0, "nothing to fix; found: " + string.Join("\n", all));
        return fixable;
    }

    private static async Task<string[]> ApplyAsync(CodeAction action, ProjectId project, int count)
    {
        ApplyChangesOperation changes = (await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single();
        Document[] documents = [.. changes.ChangedSolution.GetProject(project)!.Documents.OrderBy(d => d.Name, StringComparer.Ordinal)];
        Xunit.Assert.Equal(count, documents.Length);
        return await Task.WhenAll(documents.Select(async d => (await d.GetTextAsync()).ToString()));
    }

    private sealed class Known(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult(diagnostics.Where(d => document.Project.GetDocument(d.Location.SourceTree)?.Id == document.Id));

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
