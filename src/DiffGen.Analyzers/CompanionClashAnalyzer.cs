using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DiffGen.Generator.Diagnostics;
using DiffGen.Generator.Differentiation;
using DiffGen.Generator.FrontEnd;
using DiffGen.Generator.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DiffGen.Analyzers;

/// <summary>Reports, at the attribute, companions that cannot be told from others or from the user's members.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CompanionClashAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = Descriptors.Of(DiagnosticIds.CompanionClash);

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterMarkedMethodAction(Analyze);
    }

    private static void Analyze(MarkedMethodContext marked)
    {
        KnownSymbols known = SemanticModelCache.For(marked.Compilation).Known;
        AttributeData[] attributes = [.. known.MarkOf(marked.Method).GetAttributes().Where(a => KnownSymbols.Same(a.AttributeClass, known.Differentiable))];
        foreach (IGrouping<int, AbiClash> clashes in Find(marked).GroupBy(c => c.Request))
        {
            AbiClash clash = clashes.First();
            Location location = clash.Request < attributes.Length && attributes[clash.Request].ApplicationSyntaxReference is { } place
                ? place.SyntaxTree.GetLocation(place.Span)
                : marked.Method.Locations[0];
            marked.Report(Diagnostic.Create(Descriptors.All[DiagnosticIds.CompanionClash], location, clash.Companion, CSharpText.Short(marked.Method), clash.Other));
        }
    }

    /// <summary>The companions of the method that clash.</summary>
    internal static IEnumerable<AbiClash> Find(MarkedMethodContext marked)
    {
        KnownSymbols known = SemanticModelCache.For(marked.Compilation).Known;
        ImmutableArray<LoweredMethod> methodsOfType =
        [
            .. marked.Method.ContainingType.GetMembers().OfType<IMethodSymbol>()
                .Where(known.IsMarkedMethod)
                .Select(m => marked.Lowerings.Read(m, marked.Cancellation)),
        ];
        return new MethodTable(methodsOfType).Clashes(marked.Lowerings.Read(marked.Method, marked.Cancellation));
    }
}
