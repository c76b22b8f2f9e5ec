using System;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary>Tests of the dynamic type of values that carry no derivative: <c>x is T</c> and patterns with a type.</summary>
internal static class TypePatterns
{
    public static IrValue Is(LoweringContext context, IOperation source, ITypeSymbol type, IrValue value)
    {
        IrValue result = context.Ids.Value(IrType.Bool);
        context.Mark(source);
        context.Builder.Add(new ForeignOp([result], $"{{0}} is {CSharpText.Type(type)}", [value], IsPure: true, StopsDerivative: true, Accessible: true));
        return result;
    }

    /// <summary>Whether the value is of the type, and if so, what is to hold of it.</summary>
    /// <param name="then">Gets the value's leaves as a value of the type.</param>
    public static IrValue Matches(LoweringContext context, IOperation source, ITypeSymbol type, IrValue value, Func<IrValue[], IrValue> then)
    {
        IrValue isOfType = Is(context, source, type, value);
        TypeShape shape = context.Shape(type, source.Syntax);
        return Patterns.AndThen(context, source, isOfType, () => then(shape.Type.Equals(value.Type)
            ? [value]
            : Foreign.Typed(context, source, shape, $"({CSharpText.Type(type)}){{0}}", [value], isPure: true)));
    }
}
