using DiffGen.Generator.Common;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary>Copies of whole arrays.</summary>
internal static class ArrayCopies
{
    /// <summary>A new array with the elements of a 1-D buffer.</summary>
    public static IrValue Copy(LoweringContext context, IOperation operation, IrValue source, string name)
    {
        context.Mark(operation);
        IrValue length = context.Builder.Length(source);
        IrValue copy = Allocate(context, operation, ((BufferType)source.Type).Element, length, name);
        context.Builder.Add(new CopyOp(source, copy));
        return copy;
    }

    public static IrValue Allocate(LoweringContext context, IOperation operation, IrType element, IrValue length, string name)
    {
        IrValue array = context.Ids.Value(new BufferType(element, BufferKind.Array), name);
        context.Mark(operation);
        context.Builder.Add(new AllocateOp(array, [length], Storage.Scratch));
        return array;
    }

    /// <summary><c>(T[])a.Clone()</c>, or null if the conversion is something else.</summary>
    public static IrValue? TryLowerClone(LoweringContext context, IConversionOperation conversion, string name)
    {
        if (conversion.Operand is not IInvocationOperation { TargetMethod: { Name: "Clone", ContainingType.SpecialType: SpecialType.System_Array }, Instance: { } receiver })
            return null;
        while (receiver is IConversionOperation { IsImplicit: true } implicitly)
            receiver = implicitly.Operand;
        if (receiver.Type is null || context.Types.Map(receiver.Type)?.Buffer is not { } type || !SymbolEqualityComparer.Default.Equals(receiver.Type, conversion.Type))
            return null;
        IrValue source = Expressions.Value(context, receiver);
        return type.Kind == BufferKind.Array2D ? Copy2D(context, conversion, source, type, name) : Copy(context, conversion, source, name);
    }

    private static IrValue Copy2D(LoweringContext context, IOperation operation, IrValue source, BufferType type, string name)
    {
        context.Mark(operation);
        IrValue rows = context.Builder.Length(source, 0), columns = context.Builder.Length(source, 1);
        IrValue copy = context.Ids.Value(type, name);
        context.Builder.Add(new AllocateOp(copy, [rows, columns], Storage.Scratch));
        TypeShape element = context.Shape(((IArrayTypeSymbol)operation.Type!).ElementType, operation.Syntax);
        CountedLoops.Emit(context, operation, rows, i => CountedLoops.Emit(context, operation, columns, j =>
        {
            var place = new ElementPlace(element, source, [i, j], default);
            context.Write(place with { Buffer = copy }, operation, context.Read(place, operation));
        }));
        return copy;
    }
}
