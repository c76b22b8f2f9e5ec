using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Differentiation;

/// <summary>The number of iterations of a counted loop without breaks, as code.</summary>
internal static class TripCounts
{
    /// <param name="isPlainLength">The loop runs over the indices of a buffer: the end is the count.</param>
    public static IrValue Emit(RegionBuilder builder, ForOp loop, IrValue start, IrValue end, bool isPlainLength)
    {
        if (isPlainLength && loop is { Step: 1, Inclusive: false })
            return end;
        var wide = IrType.I64;
        var from = Wide(builder, loop.Step > 0 ? start : end);
        var to = Wide(builder, loop.Step > 0 ? end : start);
        var span = builder.Apply("sub", wide, to, from);
        long step = loop.Step > 0 ? loop.Step : -loop.Step;
        long rounding = loop.Inclusive ? step : step - 1;
        if (rounding != 0)
            span = builder.Apply("add", wide, span, builder.Constant(Constant.OfInteger(ScalarKind.I64, rounding)));
        if (step != 1)
            span = builder.Apply("div", wide, span, builder.Constant(Constant.OfInteger(ScalarKind.I64, step)));
        var trips = builder.Apply("max", wide, span, builder.Constant(Constant.OfInteger(ScalarKind.I64, 0)));
        return builder.ApplyNamed("count", "convert", IrType.I32, trips);
    }

    private static IrValue Wide(RegionBuilder builder, IrValue value) =>
        value.Type == IrType.I64 ? value : builder.Apply("convert", IrType.I64, value);
}
