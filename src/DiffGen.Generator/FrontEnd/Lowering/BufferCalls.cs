using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Diagnostics;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary>Methods of arrays, spans, <c>Array</c> and <c>MemoryExtensions</c>.</summary>
internal static class BufferCalls
{
    public static IrValue[]? TryLower(LoweringContext context, IInvocationOperation call, string name)
    {
        IMethodSymbol method = call.TargetMethod;
        bool isArray = method.ContainingType.SpecialType == SpecialType.System_Array;
        bool isExtension = KnownSymbols.Same(method.ContainingType, context.Known.MemoryExtensions);
        bool isSpan = context.Known.SpanKind(method.ContainingType) is not null;
        if (!isArray && !isExtension && !isSpan)
            return null;
        List<IOperation> operands = Operands(call);
        if (operands.Count == 0 || operands[0].Type is null || context.Types.Map(operands[0].Type!)?.Buffer is not { } type)
            return null;
        switch (method.Name)
        {
            case "get_Length":
            case "GetLength" when operands.Count == 2:
                return Dimension(context, call, operands, name);
            case "AsSpan" or "Slice" or "AsReadOnlySpan" when operands.All(operand => !IsRangeOrIndex(operand)):
                IrValue buffer = Expressions.Value(context, operands[0]);
                IrValue? start = operands.Count > 1 ? Expressions.Value(context, operands[1]) : null;
                IrValue? length = operands.Count > 2 ? Expressions.Value(context, operands[2]) : null;
                return [Slices.View(context, call, buffer, ((BufferType)context.Shape(call.Type, call.Syntax).Type).Kind, start, length, name)];
            case "GetUpperBound" when operands.Count == 2:
                return [context.Apply(call, "sub", IrType.I32, name, Dimension(context, call, operands, "")[0], context.Builder.Int(1))];
            case "AsSpan" when operands is [_, var range] && Indices.IsRange(range.Type):
                return [Slices.Range(context, call, operands[0], range, name, isView: true)];
            case "ToArray":
                return [ArrayCopies.Copy(context, call, Expressions.Value(context, operands[0]), name)];
            case "Clear" when operands.Count == 1:
                IrValue cleared = Expressions.Value(context, operands[0]);
                Fill(context, call, cleared, type, null);
                return [];
            case "Clear" when operands.Count == 3 && type.Rank == 1:
                Fill(context, call, Part(context, call, operands[0], operands[1], operands[2]), type, null);
                return [];
            case "Fill" when operands.Count == 2:
                IrValue filled = Expressions.Value(context, operands[0]);
                Fill(context, call, filled, type, Expressions.Lower(context, operands[1]));
                return [];
            case "Reverse" when operands.Count == 1 && type is { Rank: 1, Element: not BufferType }:
                Reverse(context, call, Expressions.Value(context, operands[0]));
                return [];
            case "CopyTo" when operands.Count == 2:
                IrValue source = Expressions.Value(context, operands[0]);
                Copy(context, call, source, Expressions.Value(context, operands[1]));
                return [];
            case "CopyTo" when operands.Count == 3 && isArray:
                IrValue from = Expressions.Value(context, operands[0]);
                IrValue to = Expressions.Value(context, operands[1]);
                Copy(context, call, from, Slices.View(context, call, to, BufferKind.Span, Expressions.Value(context, operands[2]), null, ""));
                return [];
            case "Copy" when isArray && operands.Count is 3 or 5:
                return CopyArray(context, call, operands);
            case "BinarySearch" or "IndexOf" or "LastIndexOf" or "Contains" or "SequenceEqual" when operands.Count == 2 && operands.All(operand => IsComparable(context, operand)):
                return Question(context, call, operands, name);
            default:
                return context.Reject(DiagnosticIds.SpanOperation, call, CSharpText.Short(method));
        }
    }

    // The receiver, if any, and the arguments in the order of the parameters; upcasts to Array are seen through.
    private static List<IOperation> Operands(IInvocationOperation call)
    {
        var operands = new List<IOperation>();
        if (call.Instance is { } instance)
            operands.Add(WithoutUpcast(instance));
        operands.AddRange(call.Arguments.OrderBy(argument => argument.Parameter!.Ordinal).Select(argument => WithoutUpcast(argument.Value)));
        return operands;
    }

    private static IOperation WithoutUpcast(IOperation operation) =>
        operation is IConversionOperation { IsImplicit: true, Type.SpecialType: SpecialType.System_Array } conversion ? conversion.Operand : operation;

    private static bool IsRangeOrIndex(IOperation operation) => operation.Type?.Name is "Range" or "Index";

    private static IrValue[] Dimension(LoweringContext context, IInvocationOperation call, List<IOperation> operands, string name)
    {
        IrValue buffer = Expressions.Value(context, operands[0]);
        int dimension = 0;
        if (operands.Count == 2)
        {
            if (operands[1].ConstantValue is not { HasValue: true, Value: int constant } || constant < 0 || constant >= ((BufferType)buffer.Type).Rank)
                return context.Reject(DiagnosticIds.SpanOperation, call, call.Syntax.ToString());
            dimension = constant;
        }
        context.Mark(call);
        IrValue length = context.Ids.Value(IrType.I32, name);
        context.Builder.Add(new LengthOp(length, buffer, dimension));
        return [length];
    }

    private static bool IsComparable(LoweringContext context, IOperation operand) =>
        operand.Type is { } type && context.Types.Map(type)?.Type is ScalarType or BufferType { Rank: 1, Element: ScalarType };

    // What compares elements has no derivative, like a comparison; it sees the memory as it is at this moment and changes nothing.
    private static IrValue[] Question(LoweringContext context, IInvocationOperation call, List<IOperation> operands, string name)
    {
        var arguments = operands.Select(operand =>
        {
            IrValue value = Expressions.Value(context, operand);
            return (context.Shape(operand.Type, operand.Syntax), new[] { value.Type is BufferType ? Slices.View(context, call, value, BufferKind.ReadOnlySpan, null, null, "") : value });
        }).ToArray();
        string template = $"global::System.MemoryExtensions.{call.TargetMethod.Name}({{0}}, {{1}})";
        return Foreign.WithArguments(context, call, template, arguments, isPure: false, isAccessible: true, stops: true, name);
    }

    private static IrValue Part(LoweringContext context, IOperation call, IOperation array, IOperation start, IOperation length)
    {
        IrValue buffer = Expressions.Value(context, array);
        IrValue from = Index(context, start);
        return Slices.View(context, call, buffer, BufferKind.Span, from, Index(context, length), "");
    }

    private static IrValue Index(LoweringContext context, IOperation operation) =>
        context.Convert(operation, Expressions.Value(context, operation), IrType.I32, isChecked: true);

    private static void Fill(LoweringContext context, IInvocationOperation call, IrValue buffer, BufferType type, IrValue[]? leaves)
    {
        if (type.Element is BufferType)
        {
            context.Report(DiagnosticIds.SpanOperation, call, call.Syntax.ToString());
            return;
        }
        ITypeSymbol element = Element(Operands(call)[0].Type!);
        TypeShape shape = context.Shape(element, call.Syntax);
        leaves ??= context.Zeros(shape);
        if (type.Rank == 1)
        {
            context.Mark(call);
            context.Builder.Add(new FillOp(buffer, leaves.ToEquatableArray()));
            return;
        }
        IrValue rows = context.Builder.Length(buffer, 0), columns = context.Builder.Length(buffer, 1);
        CountedLoops.Emit(context, call, rows, i => CountedLoops.Emit(context, call, columns, j =>
            context.Write(new ElementPlace(shape, buffer, [i, j], default), call, leaves)));
    }

    private static void Reverse(LoweringContext context, IInvocationOperation call, IrValue buffer)
    {
        TypeShape shape = context.Shape(Element(Operands(call)[0].Type!), call.Syntax);
        IrValue length = context.Builder.Length(buffer);
        IrValue half = context.Apply(call, "div", IrType.I32, "", length, context.Builder.Int(2));
        IrValue last = context.Apply(call, "sub", IrType.I32, "", length, context.Builder.Int(1));
        CountedLoops.Emit(context, call, half, i =>
        {
            var left = new ElementPlace(shape, buffer, [i], default);
            ElementPlace right = left with { Indices = [context.Apply(call, "sub", IrType.I32, "", last, i)] };
            IrValue[] kept = context.Read(left, call);
            context.Write(left, call, context.Read(right, call));
            context.Write(right, call, kept);
        });
    }

    private static ITypeSymbol Element(ITypeSymbol type) => type is IArrayTypeSymbol array ? array.ElementType : ((INamedTypeSymbol)type).TypeArguments[0];

    private static void Copy(LoweringContext context, IInvocationOperation call, IrValue source, IrValue destination)
    {
        if (((BufferType)source.Type).Rank != 1 || destination.Type is not BufferType { Rank: 1 } target || target.Element is BufferType)
        {
            context.Report(DiagnosticIds.SpanOperation, call, call.Syntax.ToString());
            return;
        }
        context.Mark(call);
        context.Builder.Add(new CopyOp(source, destination));
    }

    private static IrValue[] CopyArray(LoweringContext context, IInvocationOperation call, List<IOperation> operands)
    {
        bool isSimple = operands.Count == 3;
        if (context.Types.Map(operands[isSimple ? 1 : 2].Type!)?.Buffer is not { Rank: 1 })
            return context.Reject(DiagnosticIds.SpanOperation, call, call.Syntax.ToString());
        IrValue source = Expressions.Value(context, operands[0]);
        IrValue sourceStart = isSimple ? context.Builder.Int(0) : Index(context, operands[1]);
        IrValue destination = Expressions.Value(context, operands[isSimple ? 1 : 2]);
        IrValue destinationStart = isSimple ? sourceStart : Index(context, operands[3]);
        IrValue length = Index(context, operands[isSimple ? 2 : 4]);
        IrValue from = Slices.View(context, call, source, BufferKind.ReadOnlySpan, sourceStart, length, "");
        Copy(context, call, from, Slices.View(context, call, destination, BufferKind.Span, destinationStart, length, ""));
        return [];
    }
}
