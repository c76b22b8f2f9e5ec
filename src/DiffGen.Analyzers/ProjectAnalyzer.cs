using System.Collections.Immutable;
using System.Linq;
using DiffGen.Generator.Diagnostics;
using DiffGen.Generator.Emission;
using DiffGen.Generator.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DiffGen.Analyzers;

/// <summary>Reports projects that nothing can be generated for: an old C#, or a runtime of another version.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ProjectAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        Descriptors.Of(DiagnosticIds.LanguageVersion, DiagnosticIds.RuntimeVersion);

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterMarkedMethodAction(Analyze);
    }

    private static void Analyze(MarkedMethodContext marked)
    {
        Location location = marked.Method.Locations.First();
        if (!GeneratorSettings.HasLanguageVersion(marked.Compilation))
        {
            string version = ((CSharpCompilation)marked.Compilation).LanguageVersion.ToDisplayString();
            marked.Report(Diagnostic.Create(Descriptors.All[DiagnosticIds.LanguageVersion], location, version));
        }
        if (!GeneratorSettings.HasRuntimeVersion(marked.Compilation))
        {
            string version = GeneratorSettings.RuntimeVersion(marked.Compilation)!.ToString(3);
            marked.Report(Diagnostic.Create(Descriptors.All[DiagnosticIds.RuntimeVersion], location, GeneratorVersion.Text, version));
        }
    }
}
