using DiffGen.Generator.Diagnostics;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary>Parts of buffers: ranges, <c>Slice</c> and <c>AsSpan</c>.</summary>
internal static class Slices
{
    /// <summary><c>a[from..to]</c>: a view of a span, a copy of an array, the part of a string.</summary>
    /// <param name="isView">It is <c>a.AsSpan(from..to)</c>, which copies no array.</param>
    public static IrValue Range(LoweringContext context, IOperation operation, IOperation receiver, IOperation range, string name, bool isView = false)
    {
        TypeShape shape = context.Shape(receiver.Type, receiver.Syntax);
        if (shape.Buffer is not { } type)
            return Foreign.Indexer(context, operation)[0];
        IrValue buffer = Expressions.Value(context, receiver);
        (IrValue start, IrValue end, bool startsAtZero) = range is IRangeOperation written ? Ends(context, operation, written, buffer) : Ends(context, operation, range, buffer);
        IrValue length = startsAtZero ? end : context.Apply(operation, "sub", IrType.I32, "", end, start);
        if (isView || type.Kind != BufferKind.Array)
            return View(context, operation, buffer, isView ? BufferKind.Span : type.Kind, start, length, name);
        IrValue part = View(context, operation, buffer, BufferKind.ReadOnlySpan, start, length, "");
        return ArrayCopies.Copy(context, operation, part, name);
    }

    private static (IrValue Start, IrValue End, bool StartsAtZero) Ends(LoweringContext context, IOperation operation, IRangeOperation range, IrValue buffer)
    {
        IrValue start = range.LeftOperand is { } left ? Elements.Index(context, left, buffer, 0) : context.Builder.Int(0);
        if (range.RightOperand is { } right)
            return (start, Elements.Index(context, right, buffer, 0), range.LeftOperand is null);
        context.Mark(operation);
        return (start, context.Builder.Length(buffer), range.LeftOperand is null);
    }

    private static (IrValue Start, IrValue End, bool StartsAtZero) Ends(LoweringContext context, IOperation operation, IOperation range, IrValue buffer)
    {
        IrValue value = Expressions.Value(context, range);
        context.Mark(operation);
        (IrValue start, IrValue end) = Indices.Offsets(context, range, value, context.Builder.Length(buffer));
        return (start, end, false);
    }

    /// <summary><c>s.Slice(start[, length])</c>, <c>a.AsSpan([start[, length]])</c>; the arguments are evaluated already.</summary>
    public static IrValue View(LoweringContext context, IOperation operation, IrValue buffer, BufferKind kind, IrValue? start, IrValue? length, string name)
    {
        var type = (BufferType)buffer.Type;
        if (type.Kind == BufferKind.Array2D)
            return context.Reject(DiagnosticIds.SpanOperation, operation, operation.Syntax.ToString())[0];
        if (start is not null && length is null)
        {
            context.Mark(operation);
            length = context.Apply(operation, "sub", IrType.I32, "", context.Builder.Length(buffer), start);
        }
        IrValue view = context.Ids.Value(new BufferType(type.Element, kind), name);
        context.Mark(operation);
        context.Builder.Add(new SliceOp(view, buffer, start, length));
        return view;
    }
}
