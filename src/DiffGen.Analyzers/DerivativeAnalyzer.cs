using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DiffGen.Generator.Analysis;
using DiffGen.Generator.Diagnostics;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.FrontEnd;
using DiffGen.Generator.Ir;
using DiffGen.Generator.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DiffGen.Analyzers;

/// <summary>Reports derivatives that get lost, and what no transform can follow: known only once the method and all that it calls are lowered.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DerivativeAnalyzer : DiagnosticAnalyzer
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
        foreach (IMethodSymbol root in marked.Lowerings.Roots(marked.Method))
        {
            // What holds for one type argument holds for the others.
            if (Analyze(marked, root))
                return;
        }
    }

    private static bool Analyze(MarkedMethodContext marked, IMethodSymbol method)
    {
        if (marked.Lowerings.Unit(method, marked.Cancellation) is not { } unit)
            return false;
        LoweringResult lowering = marked.Lowerings.Lower(method, marked.Cancellation);
        bool hasFindings = false;
        foreach (LateFinding finding in Check(unit))
        {
            Location location = finding.Ordinal >= 0 ? lowering.Ordinals.Location(finding.Ordinal) : marked.Method.Locations[0];
            marked.Report(Diagnostic.Create(Descriptors.All[finding.Id], location, finding.Arguments.ToArray<object>()));
            hasFindings = true;
        }
        return hasFindings;
    }

    private static IReadOnlyList<LateFinding> Check(IrUnit unit)
    {
        try
        {
            return LateChecks.Run(unit, TransformOptions.Default);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The generator fails on the same code and reports it.
            return [];
        }
    }
}
