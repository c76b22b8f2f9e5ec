using System.Collections.Generic;
using DiffGen.Generator.Diagnostics;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary>Binary operators.</summary>
internal static class Binary
{
    public static IrValue[] Lower(LoweringContext context, IBinaryOperation operation, string name)
    {
        if (Conditionals.IsShortCircuit(operation))
            return [Conditionals.ShortCircuit(context, operation, name)];
        // In text, every derivative ends.
        if (operation.Type?.SpecialType == SpecialType.System_String && !context.InGuard)
            return Guards.InGuard(context, () => Lower(context, operation, name));
        // Long sums nest to the left, deeper than the stack allows: walk down, then compute on the way up.
        var chain = new Stack<IBinaryOperation>();
        IOperation leftmost = operation;
        while (leftmost is IBinaryOperation { ConstantValue.HasValue: false } binary && !Conditionals.IsShortCircuit(binary))
        {
            chain.Push(binary);
            leftmost = binary.LeftOperand;
        }
        if (chain.Count == 1 && Objects.TryCompare(context, operation, name) is { } comparison)
            return [comparison];
        IrValue[] left = Expressions.Lower(context, leftmost);
        while (chain.Count > 0)
        {
            IBinaryOperation current = chain.Pop();
            IrValue[] right = Expressions.Lower(context, current.RightOperand);
            left = Combine(context, current, left, right, chain.Count == 0 ? name : "");
        }
        return left;
    }

    private static IrValue[] Combine(LoweringContext context, IBinaryOperation operation, IrValue[] left, IrValue[] right, string name)
    {
        if (operation.OperatorMethod is { } method && !IsBuiltIn(method) && !GenericMath.IsOperator(method, left, right))
        {
            TypeShape leftShape = context.Shape(operation.LeftOperand.Type, operation.LeftOperand.Syntax);
            TypeShape rightShape = context.Shape(operation.RightOperand.Type, operation.RightOperand.Syntax);
            if (operation.IsLifted && context.IsDifferentiable(method))
                return context.Reject(DiagnosticIds.Nullable, operation, operation.Syntax.ToString());
            return Calls.Operator(context, operation, method, [(leftShape, left), (rightShape, right)], $"{{0}} {Symbol(operation.OperatorKind)} {{1}}", name);
        }
        if (Primitive(operation.OperatorKind) is { } primitive && left.Length == 1 && right.Length == 1
            && left[0].Type is ScalarType && right[0].Type is ScalarType && !operation.IsLifted)
        {
            context.Shape(operation.Type, operation.Syntax);
            IrType type = IsComparison(operation.OperatorKind) ? IrType.Bool : left[0].Type;
            bool isChecked = operation.IsChecked && left[0].Type.IsInteger;
            return [context.Apply(operation, primitive, isChecked, type, name, left[0], right[0])];
        }
        return OnOthers(context, operation, left, right, name);
    }

    // Strings, enums, references: equality is an operation of the IR, the rest is C# that it does not look into.
    private static IrValue[] OnOthers(LoweringContext context, IBinaryOperation operation, IrValue[] left, IrValue[] right, string name)
    {
        bool isEquality = operation.OperatorKind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals;
        TypeShape leftShape = ShapeOf(context, operation.LeftOperand, operation.RightOperand);
        TypeShape rightShape = ShapeOf(context, operation.RightOperand, operation.LeftOperand);
        if (isEquality && (leftShape.Type is BufferType || rightShape.Type is BufferType))
            return [NullTest(context, operation, IsNull(operation.LeftOperand) ? right[0] : left[0], IsNull(operation.LeftOperand) || IsNull(operation.RightOperand), name)];
        if (isEquality && leftShape.Type is OpaqueType && IsNull(operation.LeftOperand) != IsNull(operation.RightOperand))
            return [NullTest(context, operation, IsNull(operation.LeftOperand) ? right[0] : left[0], isNullTest: true, name)];
        if (isEquality && leftShape.Type is OpaqueType && leftShape.Type.Equals(rightShape.Type) && !IsNull(operation.LeftOperand) && !IsNull(operation.RightOperand))
            return [context.Apply(operation, Primitive(operation.OperatorKind)!, IrType.Bool, name, left[0], right[0])];
        if (Symbol(operation.OperatorKind) is not { } symbol)
            return Rejected.Expression(context, operation);
        return Foreign.WithArguments(context, operation, $"{{0}} {symbol} {{1}}", [(leftShape, left), (rightShape, right)], isPure: true, isAccessible: true, stops: isEquality);
    }

    private static IrValue NullTest(LoweringContext context, IBinaryOperation operation, IrValue buffer, bool isNullTest, string name)
    {
        if (!isNullTest)
            return context.Reject(DiagnosticIds.Construct, operation, $"the comparison of references '{operation.Syntax}'")[0];
        IrValue isNull = NullTests.IsNull(context, operation, buffer);
        return operation.OperatorKind == BinaryOperatorKind.Equals ? isNull : context.Apply(operation, "not", IrType.Bool, name, isNull);
    }

    private static TypeShape ShapeOf(LoweringContext context, IOperation operand, IOperation other) =>
        operand.Type is null ? context.Shape(other.Type, operand.Syntax) : context.Shape(operand.Type, operand.Syntax);

    private static bool IsNull(IOperation operand)
    {
        while (operand is IConversionOperation { IsImplicit: true } conversion)
            operand = conversion.Operand;
        return operand.ConstantValue is { HasValue: true, Value: null };
    }

    // Operators that the compiler has symbols for although they are its own.
    private static bool IsBuiltIn(IMethodSymbol method) =>
        method.MethodKind == MethodKind.BuiltinOperator || method.ContainingType.SpecialType is SpecialType.System_String or SpecialType.System_Object or SpecialType.System_Delegate;

    public static bool IsComparison(BinaryOperatorKind kind) => kind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals
        or BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual;

    public static string? Primitive(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.Add => "add",
        BinaryOperatorKind.Subtract => "sub",
        BinaryOperatorKind.Multiply => "mul",
        BinaryOperatorKind.Divide => "div",
        BinaryOperatorKind.Remainder => "rem",
        BinaryOperatorKind.LeftShift => "shl",
        BinaryOperatorKind.RightShift => "shr",
        BinaryOperatorKind.UnsignedRightShift => "ushr",
        BinaryOperatorKind.And => "and",
        BinaryOperatorKind.Or => "or",
        BinaryOperatorKind.ExclusiveOr => "xor",
        BinaryOperatorKind.Equals => "eq",
        BinaryOperatorKind.NotEquals => "ne",
        BinaryOperatorKind.LessThan => "lt",
        BinaryOperatorKind.LessThanOrEqual => "le",
        BinaryOperatorKind.GreaterThan => "gt",
        BinaryOperatorKind.GreaterThanOrEqual => "ge",
        _ => null,
    };

    public static string? Symbol(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.Add => "+",
        BinaryOperatorKind.Subtract => "-",
        BinaryOperatorKind.Multiply => "*",
        BinaryOperatorKind.Divide => "/",
        BinaryOperatorKind.Remainder => "%",
        BinaryOperatorKind.LeftShift => "<<",
        BinaryOperatorKind.RightShift => ">>",
        BinaryOperatorKind.UnsignedRightShift => ">>>",
        BinaryOperatorKind.And => "&",
        BinaryOperatorKind.Or => "|",
        BinaryOperatorKind.ExclusiveOr => "^",
        BinaryOperatorKind.Equals => "==",
        BinaryOperatorKind.NotEquals => "!=",
        BinaryOperatorKind.LessThan => "<",
        BinaryOperatorKind.LessThanOrEqual => "<=",
        BinaryOperatorKind.GreaterThan => ">",
        BinaryOperatorKind.GreaterThanOrEqual => ">=",
        _ => null,
    };
}
