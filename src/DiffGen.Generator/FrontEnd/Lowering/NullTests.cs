using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary>Tests of array references against null.</summary>
internal static class NullTests
{
    public static IrValue IsNull(LoweringContext context, IOperation source, IrValue buffer)
    {
        context.Mark(source);
        // Companions throw for a null array before anything else runs.
        if (context.ParameterValues.Contains(buffer))
            return context.Builder.Bool(false);
        IrValue result = context.Ids.Value(IrType.Bool);
        context.Builder.Add(new ForeignOp([result], "{0} is null", [buffer], IsPure: true, StopsDerivative: true, Accessible: true));
        return result;
    }
}
