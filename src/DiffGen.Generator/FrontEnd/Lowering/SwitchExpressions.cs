using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis.Operations;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary><c>value switch { … }</c>: a chain of choices.</summary>
internal static class SwitchExpressions
{
    public static IrValue[] Lower(LoweringContext context, ISwitchExpressionOperation operation, string name)
    {
        TypeShape result = context.Shape(operation.Type, operation.Syntax);
        TypeShape shape = context.Shape(operation.Value.Type, operation.Value.Syntax);
        IrValue[] value = Expressions.Lower(context, operation.Value);
        return Arm(context, operation, 0, shape, value, result, name);
    }

    private static IrValue[] Arm(LoweringContext context, ISwitchExpressionOperation operation, int index, TypeShape shape, IrValue[] value, TypeShape result, string name)
    {
        if (index == operation.Arms.Length)
        {
            context.End = new Throw("new global::System.Runtime.CompilerServices.SwitchExpressionException()", default, context.Builder.Line, -1);
            return context.Placeholder(operation.Type);
        }
        ISwitchExpressionArmOperation arm = operation.Arms[index];
        Statements.Declare(context, arm.Locals);
        bool isLast = arm.Guard is null && Patterns.IsTotal(arm.Pattern, shape);
        IrValue matches = Patterns.Matches(context, arm.Pattern, shape, value);
        if (isLast)
            return Expressions.Lower(context, arm.Value, name);
        if (arm.Guard is { } guard)
            matches = And(context, operation, matches, guard);
        Branch then = context.Fork(() => Expressions.Lower(context, arm.Value));
        Branch otherwise = context.Fork(() => Arm(context, operation, index + 1, shape, value, result, ""));
        return Conditionals.Join(context, operation, matches, then, otherwise, result, name);
    }

    /// <summary>A guard is evaluated only where the pattern matches.</summary>
    public static IrValue And(LoweringContext context, Microsoft.CodeAnalysis.IOperation source, IrValue matches, Microsoft.CodeAnalysis.IOperation guard)
    {
        Branch evaluated = context.Fork(() => [Expressions.Value(context, guard)]);
        Branch known = context.Fork(() => [context.Builder.Bool(false)]);
        return context.Join(source, matches, evaluated, known, [IrType.Bool], "", isExpression: true)[0];
    }
}
