using System;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary><c>Diff.StopGradient(x)</c>.</summary>
internal static class StopGradient
{
    public static IrValue[]? TryLower(LoweringContext context, IInvocationOperation call, string name)
    {
        if (call.TargetMethod.Name != "StopGradient" || !KnownSymbols.Same(call.TargetMethod.ContainingType, context.Known.Diff))
            return null;
        IrValue[] values = Expressions.Lower(context, call.Arguments[0].Value);
        return Array.ConvertAll(values, value => Stop(context, call, value, name));
    }

    /// <summary>The same values, held constant: what a parameter marked <c>[NoDerivative]</c> gets.</summary>
    public static IrValue[] Hold(LoweringContext context, IOperation operation, IrValue[] values) =>
        Array.ConvertAll(values, value => Stop(context, operation, value, value.Name));

    private static IrValue Stop(LoweringContext context, IOperation call, IrValue value, string name)
    {
        if (value.Type is BufferType)
        {
            IrValue view = context.Ids.Value(value.Type, name);
            context.Mark(call);
            context.Builder.Add(new SliceOp(view, value, null, null, StopsDerivative: true));
            return view;
        }
        return value.Type.IsFloat ? context.Apply(call, "stop", value.Type, name, value) : value;
    }
}
