using DiffGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary>Local functions and lambdas may read the variables of the functions around them, and must not write them.</summary>
internal static class Captures
{
    /// <summary>Reports a write to a variable of a function around the one that is being lowered.</summary>
    public static void CheckWrite(LoweringContext context, IOperation target)
    {
        if (context.Frame is { } frame && Variable(target) is { } variable && IsOutside(variable, frame.Function))
            context.Report(DiagnosticIds.CapturedWrite, target, variable.Name);
    }

    private static ISymbol? Variable(IOperation target) => target switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation { Instance: { Type.IsValueType: true } inner } => Variable(inner),
        IPropertyReferenceOperation { Instance: { Type.IsValueType: true } inner, Property.IsIndexer: false } => Variable(inner),
        IParenthesizedOperation parenthesized => Variable(parenthesized.Operand),
        _ => null,
    };

    private static bool IsOutside(ISymbol variable, IMethodSymbol function)
    {
        for (ISymbol? around = function.ContainingSymbol; around is IMethodSymbol; around = around.ContainingSymbol)
        {
            if (SymbolEqualityComparer.Default.Equals(variable.ContainingSymbol, around))
                return true;
        }
        return false;
    }
}
