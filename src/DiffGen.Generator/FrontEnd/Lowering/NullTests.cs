using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary>Tests of references against null.</summary>
internal static class NullTests
{
    /// <summary>Whether two references to objects are the same.</summary>
    public static IrValue AreSame(LoweringContext context, IOperation source, IrValue first, IrValue second)
    {
        context.Mark(source);
        IrValue result = context.Ids.Value(IrType.Bool);
        context.Builder.Add(new ForeignOp([result], "global::System.Object.ReferenceEquals({0}, {1})", [first, second], IsPure: true, StopsDerivative: true, Accessible: true));
        return result;
    }

    public static IrValue IsNull(LoweringContext context, IOperation source, IrValue buffer)
    {
        context.Mark(source);
        // Companions throw for a null array before anything else runs; objects may be null in calls from other methods.
        if (buffer.Type is BufferType { IsObject: false } && context.ParameterValues.Contains(buffer))
            return context.Builder.Bool(false);
        IrValue result = context.Ids.Value(IrType.Bool);
        context.Builder.Add(new ForeignOp([result], "{0} is null", [buffer], IsPure: true, StopsDerivative: true, Accessible: true));
        return result;
    }
}
