using System;
using System.Collections.Immutable;
using System.Linq;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary>Property and positional patterns, on structs that are taken apart and on values that carry no derivative.</summary>
internal static class RecursivePatterns
{
    public static IrValue Matches(LoweringContext context, IRecursivePatternOperation pattern, TypeShape shape, IrValue[] values)
    {
        if (shape.Type is not OpaqueType)
        {
            return SymbolEqualityComparer.Default.Equals(pattern.MatchedType, shape.Symbol)
                ? Parts(context, pattern, shape, values, Exists(context, pattern, shape, values))
                : Patterns.Reject(context, pattern);
        }
        return TypePatterns.Matches(context, pattern, pattern.MatchedType, values[0], part =>
            Parts(context, pattern, context.Shape(pattern.MatchedType, pattern.Syntax), part, context.Builder.Bool(true)));
    }

    private static IrValue Exists(LoweringContext context, IOperation pattern, TypeShape shape, IrValue[] values) => shape.Type is BufferType { Kind: BufferKind.Array or BufferKind.Array2D }
        ? context.Apply(pattern, "not", IrType.Bool, "", NullTests.IsNull(context, pattern, values[0]))
        : context.Builder.Bool(true);

    private static IrValue Parts(LoweringContext context, IRecursivePatternOperation pattern, TypeShape shape, IrValue[] values, IrValue result)
    {
        if (pattern.DeclaredSymbol is { } symbol)
            Patterns.Declare(context, pattern, symbol, shape, values);
        ImmutableArray<IPatternOperation> positional = pattern.DeconstructionSubpatterns;
        if (!positional.IsEmpty)
        {
            if (Positions(context, pattern, shape, values) is not { } positions || positions.Length != positional.Length)
                return Patterns.Reject(context, pattern);
            for (int i = 0; i < positional.Length; i++)
            {
                int index = i;
                result = Patterns.AndThen(context, pattern, result, () =>
                {
                    (TypeShape Shape, IrValue[] Values) part = positions[index]();
                    return Patterns.Matches(context, positional[index], part.Shape, part.Values);
                });
            }
        }
        foreach (IPropertySubpatternOperation property in pattern.PropertySubpatterns)
        {
            if (property.Member is not IMemberReferenceOperation { Member: var member } reference)
                return Patterns.Reject(context, property);
            result = Patterns.AndThen(context, property, result, () =>
                Member(context, reference, member, shape, values) is { } part ? Patterns.Matches(context, property.Pattern, part.Shape, part.Values) : Patterns.Reject(context, property));
        }
        return result;
    }

    private static Func<(TypeShape, IrValue[])>[]? Positions(LoweringContext context, IRecursivePatternOperation pattern, TypeShape shape, IrValue[] values)
    {
        if (pattern.DeconstructSymbol is not IMethodSymbol method)
            return shape is StructShape structure && pattern.MatchedType.IsTupleType ? [.. structure.Members.Select(member => (Func<(TypeShape, IrValue[])>)(() => Part(member, values)))] : null;
        if (context.Known.IsMarkedMethod(method) && shape is StructShape)
        {
            IrValue[][] parts = Calls.Deconstruct(context, pattern, method, shape, values);
            return [.. parts.Select((part, i) => (Func<(TypeShape, IrValue[])>)(() => (context.Shape(method.Parameters[i].Type, pattern.Syntax), part)))];
        }
        // What the compiler makes for a positional record reads the properties of the same names.
        if (!method.IsImplicitlyDeclared)
            return null;
        ISymbol?[] members = [.. method.Parameters.Select(parameter => method.ContainingType.GetMembers(parameter.Name).FirstOrDefault())];
        return members.Any(member => member is null)
            ? null
            : [.. members.Select(member => (Func<(TypeShape, IrValue[])>)(() => Member(context, pattern, member!, shape, values)!.Value))];
    }

    private static (TypeShape Shape, IrValue[] Values) Part(StructMember member, IrValue[] values)
    {
        var part = new IrValue[member.Shape.Leaves.Length];
        Array.Copy(values, member.FirstLeaf, part, 0, part.Length);
        return (member.Shape, part);
    }

    /// <summary>What a field or property of a value holds; null where it cannot be read.</summary>
    private static (TypeShape Shape, IrValue[] Values)? Member(LoweringContext context, IOperation source, ISymbol member, TypeShape shape, IrValue[] values)
    {
        if (shape is StructShape structure && structure.Find(member) is { } stored)
            return Part(stored, values);
        TypeShape result = context.Shape(member is IFieldSymbol field ? field.Type : ((IPropertySymbol)member).Type, source.Syntax);
        if (shape.Type is BufferType)
            return member.Name == "Length" ? (result, [context.Builder.Length(values[0], 0)]) : null;
        if (shape is StructShape)
        {
            return member is IPropertySymbol { GetMethod: { } getter } && context.Known.IsMarkedMethod(getter)
                ? (result, Calls.Getter(context, source, getter, shape, values))
                : null;
        }
        bool isPure = shape.Symbol.SpecialType == SpecialType.System_String;
        return (result, Foreign.Typed(context, source, result, $"{{0}}.{CSharpText.Identifier(member.Name)}", values, isPure, Foreign.IsAccessible(member)));
    }
}
