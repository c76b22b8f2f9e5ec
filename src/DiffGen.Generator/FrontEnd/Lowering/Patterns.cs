using DiffGen.Generator.Diagnostics;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary>Patterns become comparisons.</summary>
internal static class Patterns
{
    public static IrValue Is(LoweringContext context, IIsPatternOperation operation)
    {
        TypeShape shape = context.Shape(operation.Value.Type, operation.Value.Syntax);
        IrValue[] values = Expressions.Lower(context, operation.Value);
        return Matches(context, operation.Pattern, shape, values);
    }

    /// <summary>Whether values match the pattern; variables that it declares are assigned.</summary>
    public static IrValue Matches(LoweringContext context, IPatternOperation pattern, TypeShape shape, IrValue[] values)
    {
        // Behind "is int and", a value that was an object is an int.
        if (shape.Type is OpaqueType && pattern.InputType is { } narrowed && !SymbolEqualityComparer.Default.Equals(narrowed, shape.Symbol) && context.Types.Map(narrowed) is { } target
            && !target.Type.Equals(shape.Type))
            return Matches(context, pattern, target, Foreign.Typed(context, pattern, target, $"({CSharpText.Type(narrowed)}){{0}}", values, isPure: true));
        switch (pattern)
        {
            case IConstantPatternOperation constant:
                return Compare(context, pattern, "eq", constant.Value, shape, values);
            case IRelationalPatternOperation relational when Binary.Primitive(relational.OperatorKind) is { } primitive:
                return Compare(context, pattern, primitive, relational.Value, shape, values);
            case INegatedPatternOperation negated:
                return context.Apply(pattern, "not", IrType.Bool, "", Matches(context, negated.Pattern, shape, values));
            case IBinaryPatternOperation { OperatorKind: var kind } binary:
                return ShortCircuit(context, binary, kind == BinaryOperatorKind.And, shape, values);
            case IDiscardPatternOperation:
                context.Mark(pattern);
                return context.Builder.Bool(true);
            case IDeclarationPatternOperation or IRecursivePatternOperation when shape is ObjectShape instance:
                return ObjectPatterns.Matches(context, pattern, instance, values);
            case IDeclarationPatternOperation declaration when SymbolEqualityComparer.Default.Equals(declaration.MatchedType ?? shape.Symbol, shape.Symbol):
                return Declare(context, declaration, declaration.DeclaredSymbol, shape, values);
            case ITypePatternOperation type when SymbolEqualityComparer.Default.Equals(type.MatchedType, shape.Symbol) && shape.Symbol.IsValueType:
                return context.Builder.Bool(true);
            case IRecursivePatternOperation recursive:
                return RecursivePatterns.Matches(context, recursive, shape, values);
            case IListPatternOperation list when shape.Buffer is { Rank: 1 }:
                return ListPatterns.Matches(context, list, shape, values[0]);
            case IDeclarationPatternOperation { MatchedType: { } matched } declaration when shape.Type is OpaqueType:
                return TypePatterns.Matches(context, declaration, matched, values[0], part => Declare(context, declaration, declaration.DeclaredSymbol, context.Shape(matched, declaration.Syntax), part));
            case ITypePatternOperation { MatchedType: { } matched } when shape.Type is OpaqueType:
                return TypePatterns.Is(context, pattern, matched, values[0]);
            default:
                return Reject(context, pattern);
        }
    }

    private static IrValue Compare(LoweringContext context, IPatternOperation pattern, string primitive, IOperation constant, TypeShape shape, IrValue[] values)
    {
        while (constant is IConversionOperation { IsImplicit: true, ConstantValue.HasValue: false } conversion)
            constant = conversion.Operand;
        if (constant.ConstantValue is { HasValue: true, Value: null } && shape is StructShape)
            return context.Builder.Bool(false);
        if (constant.ConstantValue is { HasValue: true, Value: null })
            return NullTests.IsNull(context, pattern, values[0]);
        if (shape.Type is BufferType or StructType || !constant.ConstantValue.HasValue)
            return Reject(context, pattern);
        if (shape.Type is OpaqueType && !SymbolEqualityComparer.Default.Equals(shape.Symbol, constant.Type))
            return Dynamic(context, pattern, primitive, constant, values[0]);
        context.Mark(pattern);
        IrValue expected = shape.Type is ScalarType scalar
            ? context.Builder.Constant(Literals.Scalar(scalar.Kind, constant.ConstantValue.Value!))
            : context.Builder.Constant(Constant.Opaque(CSharpText.Literal(constant.ConstantValue.Value, constant.Type)), shape.Type);
        // A pattern matches NaN, although NaN does not equal itself.
        if (primitive == "eq" && expected.Type.IsFloat && constant.ConstantValue.Value is double.NaN or float.NaN)
            return context.Apply(pattern, "ne", IrType.Bool, "", values[0], values[0]);
        return context.Apply(pattern, primitive, IrType.Bool, "", values[0], expected);
    }

    // The value's type is known only at run time: C# compares it.
    private static IrValue Dynamic(LoweringContext context, IPatternOperation pattern, string primitive, IOperation constant, IrValue value)
    {
        string relation = primitive switch { "lt" => "< ", "le" => "<= ", "gt" => "> ", "ge" => ">= ", _ => "" };
        IrValue result = context.Ids.Value(IrType.Bool);
        context.Mark(pattern);
        context.Builder.Add(new ForeignOp([result], $"{{0}} is {relation}{CSharpText.Literal(constant.ConstantValue.Value, constant.Type)}", [value], IsPure: true, StopsDerivative: true, Accessible: true));
        return result;
    }

    public static IrValue Reject(LoweringContext context, IOperation pattern)
    {
        context.Report(DiagnosticIds.Pattern, pattern, pattern.Syntax.ToString());
        return context.Ids.Value(IrType.Bool);
    }

    private static IrValue ShortCircuit(LoweringContext context, IBinaryPatternOperation pattern, bool isAnd, TypeShape shape, IrValue[] values)
    {
        IrValue left = Matches(context, pattern.LeftPattern, shape, values);
        Branch evaluated = context.Fork(() => [Matches(context, pattern.RightPattern, shape, values)]);
        Branch known = context.Fork(() => [context.Builder.Bool(!isAnd)]);
        return context.Join(pattern, left, isAnd ? evaluated : known, isAnd ? known : evaluated, [IrType.Bool], "", isExpression: true)[0];
    }

    public static IrValue Declare(LoweringContext context, IOperation pattern, ISymbol? symbol, TypeShape shape, IrValue[] values)
    {
        if (symbol is not null)
        {
            StoredVariable variable = context.Find(symbol) as StoredVariable ?? context.Declare(symbol, symbol.Name, shape);
            context.Write(variable, values);
        }
        context.Mark(pattern);
        return context.Builder.Bool(true);
    }

    /// <summary>The second test is made only where the first one holds.</summary>
    public static IrValue AndThen(LoweringContext context, IOperation source, IrValue first, System.Func<IrValue> second)
    {
        Branch evaluated = context.Fork(() => [second()]);
        Branch known = context.Fork(() => [context.Builder.Bool(false)]);
        return context.Join(source, first, evaluated, known, [IrType.Bool], "", isExpression: true)[0];
    }

    /// <summary>The pattern matches everything.</summary>
    public static bool IsTotal(IPatternOperation pattern, TypeShape shape) => pattern switch
    {
        IDiscardPatternOperation => true,
        IDeclarationPatternOperation declaration => declaration.MatchedType is null || SymbolEqualityComparer.Default.Equals(declaration.MatchedType, shape.Symbol),
        _ => false,
    };
}
