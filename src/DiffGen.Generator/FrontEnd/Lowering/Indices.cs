using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary><c>System.Index</c> and <c>System.Range</c> as values of their own: what variables of these types hold.</summary>
internal static class Indices
{
    public static bool IsIndex(ITypeSymbol? type) => type is { Name: "Index", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    public static bool IsRange(ITypeSymbol? type) => type is { Name: "Range", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary><c>^i</c> outside an element access.</summary>
    public static IrValue[] FromEnd(LoweringContext context, IUnaryOperation operation)
    {
        IrValue[] operand = Expressions.Lower(context, operation.Operand);
        TypeShape shape = context.Shape(operation.Operand.Type, operation.Operand.Syntax);
        return Foreign.WithArguments(context, operation, "new global::System.Index({0}, true)", [(shape, operand)], isPure: true, isAccessible: true);
    }

    /// <summary><c>a..b</c> outside an element access.</summary>
    public static IrValue[] Range(LoweringContext context, IRangeOperation range)
    {
        IrValue[] start = range.LeftOperand is { } left ? Expressions.Lower(context, left) : [];
        IrValue[] end = range.RightOperand is { } right ? Expressions.Lower(context, right) : [];
        string from = start.Length > 0 ? "{0}" : "global::System.Index.Start";
        string to = end.Length > 0 ? "{" + start.Length + "}" : "global::System.Index.End";
        return Foreign.Value(context, range, $"new global::System.Range({from}, {to})", [.. start, .. end], isPure: true);
    }

    /// <summary>The number that an <c>Index</c> stands for in a buffer of the length; one that is out of range is found out where it is used.</summary>
    public static IrValue Offset(LoweringContext context, IOperation source, IrValue index, IrValue length)
    {
        IrValue offset = context.Ids.Value(IrType.I32);
        context.Mark(source);
        context.Builder.Add(new ForeignOp([offset], "{0}.GetOffset({1})", [index, length], IsPure: true, StopsDerivative: true, Accessible: true));
        return offset;
    }

    /// <summary>Both ends of a <c>Range</c> in a buffer of the length.</summary>
    public static (IrValue Start, IrValue End) Offsets(LoweringContext context, IOperation source, IrValue range, IrValue length)
    {
        return (End("Start"), End("End"));

        IrValue End(string property)
        {
            IrValue offset = context.Ids.Value(IrType.I32);
            context.Mark(source);
            context.Builder.Add(new ForeignOp([offset], $"{{0}}.{property}.GetOffset({{1}})", [range, length], IsPure: true, StopsDerivative: true, Accessible: true));
            return offset;
        }
    }
}
