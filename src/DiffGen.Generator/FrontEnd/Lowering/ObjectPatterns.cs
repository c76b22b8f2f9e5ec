using DiffGen.Generator.Diagnostics;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary>Patterns on objects of a known class: <c>x is Layer l</c>, <c>x is { Bias: &gt; 0 }</c>.</summary>
internal static class ObjectPatterns
{
    public static IrValue Matches(LoweringContext context, IPatternOperation pattern, ObjectShape shape, IrValue[] values)
    {
        (ITypeSymbol? matched, ISymbol? declared, bool matchesNull) = pattern switch
        {
            IDeclarationPatternOperation declaration => (declaration.MatchedType, declaration.DeclaredSymbol, declaration.MatchesNull),
            IRecursivePatternOperation { DeconstructionSubpatterns.IsEmpty: true } recursive => (recursive.MatchedType, recursive.DeclaredSymbol, false),
            _ => (null, null, false),
        };
        if ((matched is not null || !matchesNull) && !SymbolEqualityComparer.Default.Equals(matched, shape.Symbol))
            return Reject(context, pattern);
        Patterns.Declare(context, pattern, declared, shape, values);
        if (matchesNull)
            return context.Builder.Bool(true);
        IrValue isNull = NullTests.IsNull(context, pattern, values[0]);
        if (pattern is not IRecursivePatternOperation { PropertySubpatterns.IsEmpty: false } parts)
            return context.Apply(pattern, "not", IrType.Bool, "", isNull);
        Branch missing = context.Fork(() => [context.Builder.Bool(false)]);
        Branch present = context.Fork(() => [Parts(context, parts, shape, values[0])]);
        return context.Join(pattern, isNull, missing, present, [IrType.Bool], "", isExpression: true)[0];
    }

    private static IrValue Parts(LoweringContext context, IRecursivePatternOperation pattern, ObjectShape shape, IrValue instance)
    {
        IrValue result = context.Builder.Bool(true);
        foreach (IPropertySubpatternOperation part in pattern.PropertySubpatterns)
        {
            if (part.Member is not IMemberReferenceOperation { Member: var symbol } || shape.Find(symbol) is not { } member)
                return Reject(context, part.Pattern);
            IrValue[] values = context.Read(new ElementPlace(member.Shape, instance, default, [member.Name]), part);
            IrValue matches = Patterns.Matches(context, part.Pattern, member.Shape, values);
            result = context.Apply(part, "and", IrType.Bool, "", result, matches);
        }
        return result;
    }

    private static IrValue Reject(LoweringContext context, IPatternOperation pattern)
    {
        context.Report(DiagnosticIds.Pattern, pattern, pattern.Syntax.ToString());
        return context.Ids.Value(IrType.Bool);
    }
}
