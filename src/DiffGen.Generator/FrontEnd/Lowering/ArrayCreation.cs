using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.Diagnostics;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary>New memory: <c>new T[n]</c>, initialisers, collection expressions and <c>stackalloc</c>.</summary>
internal static class ArrayCreation
{
    public static IrValue Lower(LoweringContext context, IArrayCreationOperation creation, string name)
    {
        TypeShape shape = context.Shape(creation.Type, creation.Syntax);
        if (shape.Buffer is not { } type)
            return context.Placeholder(creation.Type)[0];
        var sizes = new IrValue[creation.DimensionSizes.Length];
        for (int i = 0; i < sizes.Length; i++)
            sizes[i] = context.Convert(creation, Expressions.Value(context, creation.DimensionSizes[i]), IrType.I32, isChecked: true);
        IrValue array = context.Ids.Value(type, name);
        context.Mark(creation);
        context.Builder.Add(new AllocateOp(array, new EquatableArray<IrValue>(sizes), Storage.Scratch));
        if (creation.Initializer is { } initializer)
            Fill(context, array, ((IArrayTypeSymbol)creation.Type!).ElementType, initializer, []);
        return array;
    }

    private static void Fill(LoweringContext context, IrValue array, ITypeSymbol elementType, IArrayInitializerOperation initializer, IrValue[] outer)
    {
        for (int i = 0; i < initializer.ElementValues.Length; i++)
        {
            IOperation element = initializer.ElementValues[i];
            context.Mark(element);
            IrValue[] indices = [.. outer, context.Builder.Int(i)];
            if (element is IArrayInitializerOperation inner)
                Fill(context, array, elementType, inner, indices);
            else
                context.Write(new ElementPlace(context.Shape(elementType, element.Syntax), array, new EquatableArray<IrValue>(indices), default), element, Expressions.Lower(context, element));
        }
    }

    public static IrValue StackAlloc(LoweringContext context, IOperation operation, string name)
    {
        if (operation.Type is null || context.Types.Map(operation.Type)?.Buffer is not { } type)
            return context.Reject(DiagnosticIds.UnsafeCode, operation)[0];
        ITypeSymbol elementType = ((INamedTypeSymbol)operation.Type).TypeArguments[0];
        InitializerExpressionSyntax? initializer = operation.Syntax switch
        {
            StackAllocArrayCreationExpressionSyntax explicitly => explicitly.Initializer,
            ImplicitStackAllocArrayCreationExpressionSyntax implicitly => implicitly.Initializer,
            _ => null,
        };
        SemanticModel model = context.Models.Model(operation.Syntax.SyntaxTree);
        IrValue size;
        if (initializer is null)
        {
            var arrayType = (ArrayTypeSyntax)((StackAllocArrayCreationExpressionSyntax)operation.Syntax).Type;
            if (model.GetOperation(arrayType.RankSpecifiers[0].Sizes[0]) is not { } count)
                return Rejected.Expression(context, operation)[0];
            size = context.Convert(operation, Expressions.Value(context, count), IrType.I32, isChecked: true);
        }
        else
        {
            context.Mark(operation);
            size = context.Builder.Int(initializer.Expressions.Count);
        }
        IrValue span = context.Ids.Value(type, name);
        context.Mark(operation);
        context.Builder.Add(new AllocateOp(span, [size], Storage.Stack));
        for (int i = 0; initializer is not null && i < initializer.Expressions.Count; i++)
        {
            if (model.GetOperation(initializer.Expressions[i]) is not { } element)
                return Rejected.Expression(context, operation)[0];
            TypeShape shape = context.Shape(elementType, element.Syntax);
            IrValue[] value = Expressions.Lower(context, element);
            if (shape.Type is ScalarType scalar && value[0].Type is ScalarType)
                value = [context.Convert(element, value[0], scalar)];
            context.Write(new ElementPlace(shape, span, [context.Builder.Int(i)], default), element, value);
        }
        return span;
    }

    /// <summary><c>[a, b, ..c]</c> as an array or span.</summary>
    public static IrValue Collection(LoweringContext context, ICollectionExpressionOperation collection, string name)
    {
        TypeShape shape = context.Shape(collection.Type, collection.Syntax);
        if (shape.Buffer is not { Rank: 1 } type)
            return context.Reject(DiagnosticIds.CollectionElement, collection, collection.Syntax.ToString())[0];
        ITypeSymbol elementType = collection.Type is IArrayTypeSymbol array ? array.ElementType : ((INamedTypeSymbol)collection.Type!).TypeArguments[0];
        // All elements are evaluated first, in order; the length is known then.
        var parts = new List<(IOperation Source, IrValue[] Values, bool IsSpread)>();
        foreach (IOperation element in collection.Elements)
        {
            if (element is ISpreadOperation spread)
            {
                IOperation operand = spread.Operand;
                if (operand.Type is null || context.Types.Map(operand.Type)?.Buffer is not { Rank: 1 } source || !source.Element.Equals(type.Element) || source.Element is BufferType)
                    return context.Reject(DiagnosticIds.CollectionElement, element, element.Syntax.ToString())[0];
                parts.Add((element, [Expressions.Value(context, operand)], true));
            }
            else
            {
                parts.Add((element, Expressions.Lower(context, element), false));
            }
        }
        IrValue size = Size(context, collection, parts);
        IrValue result = context.Ids.Value(new BufferType(type.Element, BufferKind.Array), type.Kind == BufferKind.Array ? name : "");
        context.Mark(collection);
        context.Builder.Add(new AllocateOp(result, [size], Storage.Scratch));
        FillFrom(context, result, context.Shape(elementType, collection.Syntax), parts);
        return type.Kind == BufferKind.Array ? result : Conversions.Buffer(context, collection, result, (BufferType)result.Type, type, name);
    }

    private static IrValue Size(LoweringContext context, IOperation source, List<(IOperation Source, IrValue[] Values, bool IsSpread)> parts)
    {
        context.Mark(source);
        IrValue size = context.Builder.Int(parts.Count(part => !part.IsSpread));
        foreach ((IOperation element, IrValue[] values, bool isSpread) in parts)
        {
            if (isSpread)
                size = context.Apply(element, "add", IrType.I32, "", size, context.Builder.Length(values[0]));
        }
        return size;
    }

    private static void FillFrom(LoweringContext context, IrValue array, TypeShape element, List<(IOperation Source, IrValue[] Values, bool IsSpread)> parts)
    {
        int constantOffset = 0;
        IrValue? offset = null;
        foreach ((IOperation source, IrValue[] values, bool isSpread) in parts)
        {
            context.Mark(source);
            IrValue position = offset is null ? context.Builder.Int(constantOffset)
                : constantOffset == 0 ? offset
                : context.Apply(source, "add", IrType.I32, "", offset, context.Builder.Int(constantOffset));
            if (!isSpread)
            {
                context.Write(new ElementPlace(element, array, [position], default), source, values);
                constantOffset++;
                continue;
            }
            IrValue length = context.Builder.Length(values[0]);
            IrValue target = Slices.View(context, source, array, BufferKind.Span, position, length, "");
            context.Mark(source);
            context.Builder.Add(new CopyOp(values[0], target));
            offset = context.Apply(source, "add", IrType.I32, "", position, length);
            constantOffset = 0;
        }
    }
}
