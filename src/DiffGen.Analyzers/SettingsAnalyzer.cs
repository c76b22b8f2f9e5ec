using System.Collections.Immutable;
using DiffGen.Generator.Diagnostics;
using DiffGen.Generator.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DiffGen.Analyzers;

/// <summary>Reports MSBuild properties of DiffGen that say nothing, or ask for what is not supported.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SettingsAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = Descriptors.Of(DiagnosticIds.OptionNotSupported, DiagnosticIds.UnknownSetting);

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationAction(Analyze);
    }

    private static void Analyze(CompilationAnalysisContext context)
    {
        foreach (Finding finding in SettingChecks.Find(context.Options.AnalyzerConfigOptionsProvider.GlobalOptions))
            context.ReportDiagnostic(finding.ToDiagnostic(Descriptors.All));
    }
}
