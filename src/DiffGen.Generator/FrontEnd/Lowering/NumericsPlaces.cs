using System.Collections.Generic;
using System.Linq;
using DiffGen.Generator.Common;
using DiffGen.Generator.FrontEnd.Formulas;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiffGen.Generator.FrontEnd.Lowering;

/// <summary>Parts of vectors and matrices: <c>v[i]</c>, <c>m[row, column]</c>, <c>m.Translation</c>.</summary>
internal static class NumericsPlaces
{
    /// <summary>The place that a property or indexer of such a type denotes, or null if it is none.</summary>
    public static Place? TryLower(LoweringContext context, IPropertyReferenceOperation reference)
    {
        if (reference.Instance is not { Type: { } type } receiver || !NumericsShapes.Is(type) || NumericsShapes.Is(type) && !IsPart(reference.Property))
            return null;
        var shape = (StructShape)context.Shape(type, reference.Syntax);
        TypeShape part = context.Shape(reference.Type, reference.Syntax);
        Place whole = Places.TryLower(context, receiver) ?? new TemporaryPlace(shape, Expressions.Lower(context, receiver).ToEquatableArray());
        if (!reference.Property.IsIndexer)
            return new PartPlace(part, whole, First(type.Name, reference.Property.Name), default);
        IrValue[] indices = new IrValue[reference.Arguments.Length];
        foreach (IArgumentOperation argument in reference.Arguments)
            indices[argument.Parameter!.Ordinal] = Expressions.Value(context, argument.Value);
        return Constant(reference, type.Name, part) is { } first
            ? new PartPlace(part, whole, first, default)
            : new PartPlace(part, whole, 0, indices.ToEquatableArray());
    }

    private static bool IsPart(IPropertySymbol property) => property.IsIndexer || property.Name is "Translation" or "X" or "Y" or "Z" or "W";

    // A row of a matrix, or its last one.
    private static int First(string type, string property)
    {
        int columns = Columns(type);
        return property == "Translation" ? NumericsTable.CountOf(type) - columns : "XYZW".IndexOf(property[0]) * columns;
    }

    private static int Columns(string type) => type switch { "Matrix3x2" => 2, "Matrix4x4" => 4, _ => 1 };

    // The number of the first leaf, where all indices are constants in range.
    private static int? Constant(IPropertyReferenceOperation reference, string type, TypeShape part)
    {
        int columns = Columns(type), rows = NumericsTable.CountOf(type) / columns;
        var constants = new int[reference.Arguments.Length];
        foreach (IArgumentOperation argument in reference.Arguments)
        {
            if (argument.Value.ConstantValue is not { HasValue: true, Value: int constant } || constant < 0 || constant >= (argument.Parameter!.Ordinal == 0 ? rows : columns))
                return null;
            constants[argument.Parameter!.Ordinal] = constant;
        }
        return (constants[0] * columns) + (constants.Length > 1 ? constants[1] : 0);
    }

    public static IrValue[] Read(LoweringContext context, PartPlace place, IOperation source, string name)
    {
        IrValue[] whole = context.Read(place.Whole, source);
        if (place.Indices.IsEmpty)
            return whole.Skip(place.First).Take(place.Shape.Leaves.Length).ToArray();
        string type = place.Whole.Shape.Symbol.Name;
        NumericsMember member = NumericsTable.Find(NumericsTable.KeyOf(type, "Item", isInstance: true, place.Indices.Select(_ => "int")))!;
        return Numerics.Apply(context, source, member, Template(place), Arguments(context, place, whole), place.Shape, name);
    }

    public static void Write(LoweringContext context, PartPlace place, IOperation source, IrValue[] values)
    {
        IrValue[] whole = context.Read(place.Whole, source);
        if (place.Indices.IsEmpty)
        {
            values.Take(place.Shape.Leaves.Length).ToArray().CopyTo(whole, place.First);
            context.Write(place.Whole, source, whole);
            return;
        }
        // The range of the indices is checked as the indexer does it.
        var checkedValues = new List<IrValue>();
        string[] texts = Arguments(context, place, whole).Select(argument => Foreign.Argument(context, source, argument.Shape, argument.Leaves, checkedValues)).ToArray();
        context.Mark(source);
        context.Builder.Add(new ForeignOp(default, "_ = " + Foreign.Substitute(Template(place), texts), checkedValues.ToEquatableArray(), IsPure: false, StopsDerivative: true, Accessible: true));
        int columns = Columns(place.Whole.Shape.Symbol.Name);
        var changed = new IrValue[whole.Length];
        for (int i = 0; i < whole.Length; i++)
        {
            Condition isHere = Index(context, place, 0).IsInteger(i / columns);
            if (place.Indices.Length > 1)
                isHere = isHere.And(Index(context, place, 1).IsInteger(i % columns));
            var value = new Number(context.Builder, values[values.Length == 1 ? 0 : i % columns]);
            changed[i] = isHere.Choose(value, new Number(context.Builder, whole[i])).Value;
        }
        context.Write(place.Whole, source, changed);
    }

    private static Number Index(LoweringContext context, PartPlace place, int index) => new(context.Builder, place.Indices[index]);

    private static string Template(PartPlace place) => $"{{0}}[{string.Join(", ", Enumerable.Range(1, place.Indices.Length).Select(i => "{" + i + "}"))}]";

    private static List<(TypeShape Shape, IrValue[] Leaves)> Arguments(LoweringContext context, PartPlace place, IrValue[] whole)
    {
        var arguments = new List<(TypeShape, IrValue[])> { (place.Whole.Shape, whole) };
        TypeShape integer = context.Types.Map(context.Known.Compilation.GetSpecialType(SpecialType.System_Int32))!;
        foreach (IrValue index in place.Indices)
            arguments.Add((integer, [index]));
        return arguments;
    }
}
