using System;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary>Constants, whatever expression the compiler folded them from.</summary>
internal static class Literals
{
    public static IrValue[] Lower(LoweringContext context, IOperation operation, object? value)
    {
        // A bare null has no type; its conversion gives it one.
        if (operation.Type is null)
            return [context.Builder.Constant(Constant.Opaque("null"), new OpaqueType("object"))];
        TypeShape shape = context.Shape(operation.Type, operation.Syntax);
        context.Mark(operation);
        return shape.Type switch
        {
            ScalarType scalar when value is not null => [context.Builder.Constant(Scalar(scalar.Kind, value))],
            BufferType => context.Zeros(shape),
            OpaqueType => [context.Builder.Constant(Constant.Opaque(CSharpText.Literal(value, operation.Type)), shape.Type)],
            _ => context.Zeros(shape),
        };
    }

    public static Constant Scalar(ScalarKind kind, object value) => kind switch
    {
        ScalarKind.F64 => Constant.Of(value is float single ? single : Convert.ToDouble(value)),
        ScalarKind.F32 => Constant.Of(value is double wide ? (float)wide : Convert.ToSingle(value)),
        ScalarKind.Bool => Constant.Of((bool)value),
        ScalarKind.Char => Constant.OfInteger(kind, (char)value),
        ScalarKind.U64 => Constant.OfInteger(kind, unchecked((long)Convert.ToUInt64(value))),
        _ => Constant.OfInteger(kind, Convert.ToInt64(value)),
    };
}
