using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary>List patterns on arrays and spans: a test of the length, then one of each element.</summary>
internal static class ListPatterns
{
    public static IrValue Matches(LoweringContext context, IListPatternOperation pattern, TypeShape shape, IrValue buffer)
    {
        if (((BufferType)buffer.Type).Kind != BufferKind.Array)
            return Elements(context, pattern, shape, buffer);
        // null matches no list.
        IrValue exists = context.Apply(pattern, "not", IrType.Bool, "", NullTests.IsNull(context, pattern, buffer));
        return Patterns.AndThen(context, pattern, exists, () => Elements(context, pattern, shape, buffer));
    }

    private static IrValue Elements(LoweringContext context, IListPatternOperation pattern, TypeShape shape, IrValue buffer)
    {
        bool hasSlice = pattern.Patterns.Any(part => part is ISlicePatternOperation);
        int count = pattern.Patterns.Length - (hasSlice ? 1 : 0);
        context.Mark(pattern);
        IrValue length = context.Builder.Length(buffer, 0);
        IrValue result = context.Apply(pattern, hasSlice ? "ge" : "eq", IrType.Bool, "", length, context.Builder.Int(count));
        ITypeSymbol elementType = shape.Symbol is IArrayTypeSymbol array ? array.ElementType : ((INamedTypeSymbol)shape.Symbol).TypeArguments[0];
        TypeShape element = context.Shape(elementType, pattern.Syntax);
        bool isBehindSlice = false;
        for (int i = 0; i < pattern.Patterns.Length; i++)
        {
            int position = i;
            IPatternOperation part = pattern.Patterns[i];
            if (part is ISlicePatternOperation slice)
            {
                isBehindSlice = true;
                if (slice.Pattern is { } inner)
                    result = Patterns.AndThen(context, part, result, () => Slice(context, inner, shape, buffer, position, length, count));
                continue;
            }
            if (part is IDiscardPatternOperation)
                continue;
            bool isFromEnd = isBehindSlice;
            result = Patterns.AndThen(context, part, result, () =>
            {
                IrValue index = isFromEnd
                    ? context.Apply(part, "sub", IrType.I32, "", length, context.Builder.Int(pattern.Patterns.Length - position))
                    : context.Builder.Int(position);
                IrValue[] values = context.Read(new ElementPlace(element, buffer, [index], default), part);
                return Patterns.Matches(context, part, element, values);
            });
        }
        if (pattern.DeclaredSymbol is { } symbol)
            result = Patterns.AndThen(context, pattern, result, () => Patterns.Declare(context, pattern, symbol, shape, [buffer]));
        return result;
    }

    private static IrValue Slice(LoweringContext context, IPatternOperation pattern, TypeShape shape, IrValue buffer, int start, IrValue length, int others)
    {
        IrValue from = context.Builder.Int(start);
        IrValue count = context.Apply(pattern, "sub", IrType.I32, "", length, context.Builder.Int(others));
        BufferKind kind = ((BufferType)buffer.Type).Kind;
        IrValue part = kind == BufferKind.Array
            ? ArrayCopies.Copy(context, pattern, Slices.View(context, pattern, buffer, BufferKind.ReadOnlySpan, from, count, ""), "")
            : Slices.View(context, pattern, buffer, kind, from, count, "");
        return Patterns.Matches(context, pattern, shape, [part]);
    }
}
