using System.Collections.Generic;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis.Operations;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary>Tuple literals and their comparison.</summary>
internal static class Tuples
{
    public static IrValue[] Lower(LoweringContext context, ITupleOperation tuple)
    {
        var leaves = new List<IrValue>();
        foreach (var element in tuple.Elements)
            leaves.AddRange(Expressions.Lower(context, element));
        return leaves.ToArray();
    }

    /// <summary><c>a == b</c> on tuples: element by element.</summary>
    public static IrValue Compare(LoweringContext context, ITupleBinaryOperation comparison)
    {
        bool isEquality = comparison.OperatorKind == BinaryOperatorKind.Equals;
        IrValue[] left = Expressions.Lower(context, comparison.LeftOperand);
        IrValue[] right = Expressions.Lower(context, comparison.RightOperand);
        IrValue? result = null;
        for (int i = 0; i < left.Length && i < right.Length; i++)
        {
            if (left[i].Type is BufferType || right[i].Type is BufferType)
                return Rejected.Expression(context, comparison)[0];
            IrType common = Common(left[i].Type, right[i].Type);
            IrValue one = context.Apply(comparison, isEquality ? "eq" : "ne", IrType.Bool, "",
                context.Convert(comparison, left[i], common), context.Convert(comparison, right[i], common));
            result = result is null ? one : context.Apply(comparison, isEquality ? "and" : "or", IrType.Bool, "", result, one);
        }
        return result ?? context.Builder.Bool(isEquality);
    }

    private static IrType Common(IrType left, IrType right)
    {
        if (left.Equals(right) || left is not ScalarType || right is not ScalarType)
            return left;
        if (left.IsFloat || right.IsFloat)
            return left.Equals(IrType.F64) || right.Equals(IrType.F64) ? IrType.F64 : IrType.F32;
        return left.Equals(IrType.I32) && !right.Equals(IrType.I64) ? left : IrType.I64;
    }
}
