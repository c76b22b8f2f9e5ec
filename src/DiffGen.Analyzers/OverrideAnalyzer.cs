using System.Collections.Immutable;
using System.Linq;
using DiffGen.Generator.Diagnostics;
using DiffGen.Generator.FrontEnd;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DiffGen.Analyzers;

/// <summary>Reports overrides and implementations of marked members that are not marked: calls by dynamic type would find no derivative there.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OverrideAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.All[DiagnosticIds.OverrideNotMarked]];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(Analyze, SymbolKind.Method);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (method.IsStatic || method.ContainingType.TypeKind is not (TypeKind.Class or TypeKind.Struct) || method.MethodKind is not (MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation))
            return;
        KnownSymbols known = SemanticModelCache.For(context.Compilation).Known;
        if (known.IsMarkedMethod(method) || DynamicDispatch.Declarations(method, known).FirstOrDefault() is not { } declared)
            return;
        context.ReportDiagnostic(Diagnostic.Create(Descriptors.All[DiagnosticIds.OverrideNotMarked], method.Locations[0], method.Name,
            declared.ContainingType.TypeKind == TypeKind.Interface ? "implements" : "overrides", declared.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)));
    }
}
