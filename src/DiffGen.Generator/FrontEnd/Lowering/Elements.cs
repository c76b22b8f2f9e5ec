using System.Collections.Generic;
using DiffGen.Generator.Common;
using DiffGen.Generator.Diagnostics;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary>Elements and ranges of arrays and spans, and reading variables.</summary>
internal static class Elements
{
    public static IrValue[] Read(LoweringContext context, IOperation operation, string name)
    {
        if (RangeOf(operation) is { } range)
            return [Slices.Range(context, operation, range.Buffer, range.Range, name)];
        if (Places.TryLower(context, operation) is { } place)
            return context.Read(place, operation, name);
        switch (operation)
        {
            case IPropertyReferenceOperation { Property.GetMethod: { } getter } indexer when context.IsDifferentiable(getter):
                return Calls.Getter(context, indexer, getter, name);
            case IInstanceReferenceOperation:
                return context.Reject(DiagnosticIds.InstanceMember, operation, "this");
            case IParameterReferenceOperation parameter:
                return context.Reject(DiagnosticIds.InstanceMember, operation, parameter.Parameter.Name);
            default:
                return Foreign.Indexer(context, operation);
        }
    }

    /// <summary>The place of an element, or null if the expression is no element of an array or span.</summary>
    public static Place? Place(LoweringContext context, IOperation operation)
    {
        (IOperation? receiver, IReadOnlyList<IOperation> arguments) = operation switch
        {
            IArrayElementReferenceOperation array => (array.ArrayReference, (IReadOnlyList<IOperation>)array.Indices),
            IImplicitIndexerReferenceOperation indexer => (indexer.Instance, [indexer.Argument]),
            IPropertyReferenceOperation { Instance: { } instance } property => (instance, Values(property)),
            _ => (null, []),
        };
        if (receiver?.Type is null || context.Types.Map(receiver.Type)?.Buffer is not { } type || RangeOf(operation) is not null)
            return null;
        IrValue buffer = Expressions.Value(context, receiver);
        var indices = new IrValue[arguments.Count];
        for (int i = 0; i < indices.Length; i++)
            indices[i] = Index(context, arguments[i], buffer, type.Rank == 1 ? 0 : i);
        return new ElementPlace(context.Shape(operation.Type, operation.Syntax), buffer, new EquatableArray<IrValue>(indices), default);
    }

    /// <summary>An index as <c>int</c>, counted from the end where it is written so.</summary>
    public static IrValue Index(LoweringContext context, IOperation operation, IrValue buffer, int dimension)
    {
        operation = WithoutIndexConversion(operation);
        if (operation is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } hat)
        {
            context.Mark(operation);
            IrValue length = context.Builder.Length(buffer, dimension);
            return context.Apply(operation, "sub", IrType.I32, "", length, Expressions.Value(context, hat.Operand));
        }
        IrValue index = Expressions.Value(context, operation);
        if (Indices.IsIndex(operation.Type))
        {
            context.Mark(operation);
            return Indices.Offset(context, operation, index, context.Builder.Length(buffer, dimension));
        }
        if (index.Type is not ScalarType)
            return context.Reject(DiagnosticIds.Construct, operation, $"the index '{operation.Syntax}' of type '{CSharpText.Short(operation.Type!)}'")[0];
        return context.Convert(operation, index, IrType.I32, isChecked: index.Type is ScalarType { Kind: ScalarKind.U32 or ScalarKind.I64 or ScalarKind.U64 or ScalarKind.INative or ScalarKind.UNative });
    }

    // An int where System.Index is expected.
    private static IOperation WithoutIndexConversion(IOperation operation) =>
        operation is IConversionOperation { IsImplicit: true, Type.Name: "Index", Operand: { Type.SpecialType: not SpecialType.None } operand } ? operand : operation;

    private static (IOperation Buffer, IOperation Range)? RangeOf(IOperation operation) => operation switch
    {
        IArrayElementReferenceOperation { Indices: [var range] } array when Indices.IsRange(range.Type) => (array.ArrayReference, range),
        IImplicitIndexerReferenceOperation indexer when Indices.IsRange(indexer.Argument.Type) => (indexer.Instance, indexer.Argument),
        _ => null,
    };

    private static IReadOnlyList<IOperation> Values(IPropertyReferenceOperation property)
    {
        var values = new IOperation[property.Arguments.Length];
        for (int i = 0; i < values.Length; i++)
            values[i] = property.Arguments[i].Value;
        return values;
    }
}
