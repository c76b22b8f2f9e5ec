using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary>References to objects of classes.</summary>
internal static class Objects
{
    public static bool IsBase(ITypeSymbol ancestor, ITypeSymbol type)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, ancestor))
                return true;
        }
        return false;
    }

    /// <summary><c>a == b</c> and <c>a == null</c> for references to objects, which the compiler compares as <c>object</c>; null for anything else.</summary>
    public static IrValue? TryCompare(LoweringContext context, IBinaryOperation comparison, string name)
    {
        if (comparison is not { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals, OperatorMethod: null or { MethodKind: MethodKind.BuiltinOperator } })
            return null;
        IOperation left = Unconverted(comparison.LeftOperand), right = Unconverted(comparison.RightOperand);
        bool isLeft = IsObject(context, left), isRight = IsObject(context, right);
        IrValue result;
        if (isLeft && isRight)
            result = NullTests.AreSame(context, comparison, Expressions.Value(context, left), Expressions.Value(context, right));
        else if (isLeft && IsNull(right) || isRight && IsNull(left))
            result = NullTests.IsNull(context, comparison, Expressions.Value(context, isLeft ? left : right));
        else
            return null;
        return comparison.OperatorKind == BinaryOperatorKind.Equals ? result : context.Apply(comparison, "not", IrType.Bool, name, result);
    }

    private static bool IsObject(LoweringContext context, IOperation operation) => operation.Type is { } type && context.Types.Map(type) is ObjectShape;

    private static bool IsNull(IOperation operation) => operation.ConstantValue is { HasValue: true, Value: null };

    private static IOperation Unconverted(IOperation operation)
    {
        while (operation is IConversionOperation { IsImplicit: true, OperatorMethod: null } conversion)
            operation = conversion.Operand;
        return operation;
    }

    /// <summary>The reference as one to an object of a base class; any other value as it is.</summary>
    public static IrValue[] AsBase(LoweringContext context, IOperation source, TypeShape shape, IrValue[] values)
    {
        if (shape is not ObjectShape || values is not [{ Type: BufferType { IsObject: true } given }] || given.Equals(shape.Type))
            return values;
        context.Mark(source);
        IrValue view = context.Ids.Value(shape.Type, values[0].Name);
        context.Builder.Add(new SliceOp(view, values[0], null, null));
        return [view];
    }
}
