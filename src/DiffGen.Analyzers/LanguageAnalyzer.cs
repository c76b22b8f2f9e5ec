using System.Collections.Immutable;
using DiffGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DiffGen.Analyzers;

/// <summary>Reports what the front end finds in marked methods: it runs the generator's own lowering.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LanguageAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        Descriptors.AllBut(DiagnosticIds.CompanionClash, DiagnosticIds.RuntimeVersion);

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterMarkedMethodAction(Analyze);
    }

    private static void Analyze(MarkedMethodContext marked)
    {
        foreach (Finding finding in marked.Lowerings.Findings(marked.Method, marked.Cancellation))
            marked.Report(finding.ToDiagnostic(Descriptors.All));
    }
}
