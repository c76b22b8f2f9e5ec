using System.Collections.Immutable;
using System.Linq;
using DiffGen.Generator.Diagnostics;
using DiffGen.Generator.FrontEnd;
using DiffGen.Generator.FrontEnd.CustomRules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DiffGen.Analyzers;

/// <summary>Reports, at the attribute, rules for methods of others that fit none of them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RuleAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = Descriptors.Of(DiagnosticIds.RuleSignature);

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(Analyze, SymbolKind.Method);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        if (context.Symbol is not IMethodSymbol method || !method.GetAttributes().Any(RuleIndex.IsRule))
            return;
        method = method.PartialImplementationPart ?? method;
        foreach (Finding finding in SemanticModelCache.For(context.Compilation).Rules.Findings(method))
            context.ReportDiagnostic(finding.ToDiagnostic(Descriptors.All));
    }
}
