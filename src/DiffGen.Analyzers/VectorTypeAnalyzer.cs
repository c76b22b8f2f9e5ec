using System.Collections.Immutable;
using DiffGen.Generator.Diagnostics;
using DiffGen.Generator.FrontEnd;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DiffGen.Analyzers;

/// <summary>Reports classes and structs that are marked <c>[Differentiable]</c> but cannot have the operations of a vector space.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class VectorTypeAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = Descriptors.Of(DiagnosticIds.VectorType, DiagnosticIds.ContainingTypeNotPartial);

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        SemanticModelCache models = SemanticModelCache.For(context.Compilation);
        if (context.Symbol is INamedTypeSymbol type && models.Known.IsMarked(type) && VectorTypes.Read(type, models).Finding is { } finding)
            context.ReportDiagnostic(finding.ToDiagnostic(Descriptors.All));
    }
}
