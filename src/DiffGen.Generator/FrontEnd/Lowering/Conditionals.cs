using DiffGen.Generator.Diagnostics;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary>Expressions that evaluate only part of their operands: <c>?:</c>, <c>&amp;&amp;</c>, <c>||</c>, <c>??</c>.</summary>
internal static class Conditionals
{
    public static IrValue[] Lower(LoweringContext context, IConditionalOperation operation, string name)
    {
        TypeShape shape = context.Shape(operation.Type, operation.Syntax);
        IrValue condition = Expressions.Value(context, operation.Condition);
        Branch then = context.Fork(() => Expressions.Lower(context, operation.WhenTrue));
        Branch otherwise = context.Fork(() => Expressions.Lower(context, operation.WhenFalse!));
        return Join(context, operation, condition, then, otherwise, shape, name);
    }

    public static IrValue[] Join(LoweringContext context, IOperation operation, IrValue condition, Branch then, Branch otherwise, TypeShape shape, string name)
    {
        IrType[] types = LoweringContext.LeafTypes(shape);
        if ((then.Completes && then.Values.Length != types.Length) || (otherwise.Completes && otherwise.Values.Length != types.Length))
            return context.Placeholder(operation.Type);
        return context.Join(operation, condition, then, otherwise, types, name, isExpression: true);
    }

    public static bool IsShortCircuit(IBinaryOperation operation) =>
        operation.OperatorKind is BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr;

    public static IrValue ShortCircuit(LoweringContext context, IBinaryOperation operation, string name)
    {
        if (operation.OperatorMethod is { MethodKind: not MethodKind.BuiltinOperator } || operation.Type?.SpecialType != SpecialType.System_Boolean)
            return Rejected.Expression(context, operation)[0];
        bool isAnd = operation.OperatorKind == BinaryOperatorKind.ConditionalAnd;
        IrValue left = Expressions.Value(context, operation.LeftOperand);
        Branch evaluated = context.Fork(() => [Expressions.Value(context, operation.RightOperand)]);
        Branch known = context.Fork(() => [context.Builder.Bool(!isAnd)]);
        return context.Join(operation, left, isAnd ? evaluated : known, isAnd ? known : evaluated, [IrType.Bool], name, isExpression: true)[0];
    }

    public static IrValue[] Coalesce(LoweringContext context, ICoalesceOperation operation, string name)
    {
        TypeShape shape = context.Shape(operation.Type, operation.Syntax);
        TypeShape valueShape = context.Shape(operation.Value.Type, operation.Value.Syntax);
        IrValue value = Expressions.Value(context, operation.Value);
        IrValue isNull = IsNull(context, operation, value);
        Branch then = context.Fork(() => Expressions.Lower(context, operation.WhenNull));
        Branch otherwise = context.Fork(() => Unwrap(context, operation, valueShape, shape, value));
        return Join(context, operation, isNull, then, otherwise, shape, name);
    }

    public static IrValue[] CoalesceAssignment(LoweringContext context, ICoalesceAssignmentOperation operation)
    {
        Place place = Places.Lower(context, operation.Target);
        IrValue[] before = context.Read(place, operation.Target);
        TypeShape shape = context.Shape(operation.Type, operation.Syntax);
        TypeShape valueShape = context.Shape(operation.Value.Type, operation.Value.Syntax);
        IrValue isNull = IsNull(context, operation, before[0]);
        Branch then = context.Fork(() =>
        {
            IrValue[] value = Expressions.Lower(context, operation.Value);
            if (context.IsReachable)
                context.Write(place, operation, Conversions.Convert(context, operation, valueShape, place.Shape, value, isChecked: false, ""));
            return value;
        });
        Branch otherwise = context.Fork(() => Unwrap(context, operation, place.Shape, shape, before[0]));
        return Join(context, operation, isNull, then, otherwise, shape, context.NameOf(place));
    }

    private static IrValue IsNull(LoweringContext context, IOperation operation, IrValue value) => NullTests.IsNull(context, operation, value);

    // int? a ?? b gives an int: what is not null is taken out of the nullable.
    private static IrValue[] Unwrap(LoweringContext context, IOperation operation, TypeShape from, TypeShape to, IrValue value)
    {
        if (from.Type.Equals(to.Type))
            return [value];
        if (from.Symbol.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
            return Foreign.Value(context, operation, "{0}.Value", [value], isPure: true);
        return Conversions.Convert(context, operation, from, to, [value], isChecked: false, "");
    }
}
