using System;
using System.Threading;
using DiffGen.Generator.FrontEnd;
using DiffGen.Generator.FrontEnd.CustomRules;
using DiffGen.Generator.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DiffGen.Analyzers;

/// <summary>A marked method under analysis.</summary>
internal readonly record struct MarkedMethodContext(IMethodSymbol Method, Compilation Compilation, Action<Diagnostic> Report, CancellationToken Cancellation)
{
    public MethodLowerings Lowerings => MethodLowerings.For(Compilation);
}

/// <summary>Runs an action for every method, property getter and local function marked <c>[Differentiable]</c> or with a rule of its own.</summary>
internal static class MarkedMethodAction
{
    public static void RegisterMarkedMethodAction(this AnalysisContext context, Action<MarkedMethodContext> action)
    {
        context.RegisterSymbolAction(
            symbol => Run(symbol.Symbol, symbol.Compilation, symbol.ReportDiagnostic, symbol.CancellationToken),
            SymbolKind.Method, SymbolKind.Property);
        context.RegisterOperationAction(
            operation => Run(((ILocalFunctionOperation)operation.Operation).Symbol, operation.Compilation, operation.ReportDiagnostic, operation.CancellationToken),
            OperationKind.LocalFunction);

        void Run(ISymbol symbol, Compilation compilation, Action<Diagnostic> report, CancellationToken cancellation)
        {
            if (symbol.IsImplicitlyDeclared)
                return;
            bool isMarked = SemanticModelCache.For(compilation).Known.IsMarked(symbol);
            foreach (IMethodSymbol method in MarkedMethod.Of(symbol))
            {
                if (isMarked || RuleReader.HasRule(method))
                    action(new MarkedMethodContext(method, compilation, report, cancellation));
            }
        }
    }
}
