using System.Collections.Immutable;
using DiffGen.Generator.Diagnostics;
using DiffGen.Generator.Emission;
using DiffGen.Generator.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DiffGen.Analyzers;

/// <summary>Reports projects whose runtime is of another version than the generator: nothing is generated for them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RuntimeVersionAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = Descriptors.Of(DiagnosticIds.RuntimeVersion);

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterMarkedMethodAction(Analyze);
    }

    private static void Analyze(MarkedMethodContext marked)
    {
        if (GeneratorSettings.HasRuntimeVersion(marked.Compilation))
            return;
        string version = GeneratorSettings.RuntimeVersion(marked.Compilation)!.ToString(3);
        marked.Report(Diagnostic.Create(Descriptors.All[DiagnosticIds.RuntimeVersion], marked.Method.Locations[0], GeneratorVersion.Text, version));
    }
}
