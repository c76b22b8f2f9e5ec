using DiffGen.Generator.Diagnostics;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary>Parts of buffers: ranges, <c>Slice</c> and <c>AsSpan</c>.</summary>
internal static class Slices
{
    /// <summary><c>a[from..to]</c>: a view of a span, a copy of an array, the part of a string.</summary>
    public static IrValue Range(LoweringContext context, IOperation operation, IOperation receiver, IRangeOperation range, string name)
    {
        TypeShape shape = context.Shape(receiver.Type, receiver.Syntax);
        if (shape.Buffer is not { } type)
            return Foreign.Indexer(context, operation)[0];
        IrValue buffer = Expressions.Value(context, receiver);
        IrValue start = range.LeftOperand is { } left ? Elements.Index(context, left, buffer, 0) : context.Builder.Int(0);
        IrValue end;
        if (range.RightOperand is { } right)
        {
            end = Elements.Index(context, right, buffer, 0);
        }
        else
        {
            context.Mark(operation);
            end = context.Builder.Length(buffer);
        }
        IrValue length = range.LeftOperand is null ? end : context.Apply(operation, "sub", IrType.I32, "", end, start);
        if (type.Kind != BufferKind.Array)
            return View(context, operation, buffer, type.Kind, start, length, name);
        IrValue part = View(context, operation, buffer, BufferKind.ReadOnlySpan, start, length, "");
        return ArrayCopies.Copy(context, operation, part, name);
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
