using DiffGen.Generator.Diagnostics;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary>Unary operators.</summary>
internal static class Unary
{
    public static IrValue[] Lower(LoweringContext context, IUnaryOperation operation, string name)
    {
        if (operation.OperatorKind == UnaryOperatorKind.Hat)
            return Indices.FromEnd(context, operation);
        if (operation.IsLifted && operation.OperatorMethod is { MethodKind: not MethodKind.BuiltinOperator })
            return context.Reject(DiagnosticIds.Nullable, operation, operation.Syntax.ToString());
        IrValue[] operand = Expressions.Lower(context, operation.Operand, operation.OperatorKind == UnaryOperatorKind.Plus ? name : "");
        TypeShape shape = context.Shape(operation.Operand.Type, operation.Operand.Syntax);
        if (operation.OperatorMethod is { MethodKind: not MethodKind.BuiltinOperator } method && !GenericMath.IsOperator(method, operand))
            return Calls.Operator(context, operation, method, [(shape, operand)], Symbol(operation.OperatorKind) + "{0}", name);
        if (shape.Type is not ScalarType)
            return Foreign.WithArguments(context, operation, Symbol(operation.OperatorKind) + "{0}", [(shape, operand)], isPure: true, isAccessible: true);
        return operation.OperatorKind switch
        {
            UnaryOperatorKind.Plus => operand,
            UnaryOperatorKind.Minus => [context.Apply(operation, "neg", operation.IsChecked && shape.Type.IsInteger, shape.Type, name, operand[0])],
            UnaryOperatorKind.Not => [context.Apply(operation, "not", IrType.Bool, name, operand[0])],
            UnaryOperatorKind.BitwiseNegation => [context.Apply(operation, "complement", shape.Type, name, operand[0])],
            _ => Rejected.Expression(context, operation),
        };
    }

    private static string Symbol(UnaryOperatorKind kind) => kind switch
    {
        UnaryOperatorKind.Minus => "-",
        UnaryOperatorKind.Not => "!",
        UnaryOperatorKind.BitwiseNegation => "~",
        _ => "+",
    };
}
