using System.Collections.Concurrent;
using System.Linq;
using DiffGen.Generator.FrontEnd.Generics;
using DiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;

namespace DiffGen.Generator.FrontEnd;

/// <summary>Maps C# types to their representation; one per compilation.</summary>
internal sealed class TypeMapper
{
    private readonly ConcurrentDictionary<ITypeSymbol, Mapped> _cache;
    private readonly KnownSymbols _known;
    private readonly TypeSubstitution _substitution;
    private readonly ClassShapes _classes;
    private bool _isForParameters;

    public TypeMapper(KnownSymbols known)
        : this(known, new ClassShapes(known), new(SymbolEqualityComparer.Default), TypeSubstitution.None)
    {
    }

    private TypeMapper(KnownSymbols known, ClassShapes classes, ConcurrentDictionary<ITypeSymbol, Mapped> cache, TypeSubstitution substitution)
    {
        _known = known;
        _classes = classes;
        _cache = cache;
        _substitution = substitution;
    }

    /// <summary>The same for code whose type parameters stand for something.</summary>
    public TypeMapper With(TypeSubstitution substitution) => new(_known, _classes, _cache, substitution);

    /// <summary>One that takes type parameters for numbers, with their names: for declarations.</summary>
    public TypeMapper ForParameters() => new(_known, _classes, new(SymbolEqualityComparer.Default), TypeSubstitution.None) { _isForParameters = true };

    /// <summary>The type's representation, or null where it has none; then <see cref="WhyNot"/> says why.</summary>
    public TypeShape? Map(ITypeSymbol type) => Get(_substitution.Of(type)).Shape;

    public string WhyNot(ITypeSymbol type) => Get(_substitution.Of(type)).Reason;

    public static ScalarKind? Scalar(SpecialType type) => type switch
    {
        SpecialType.System_Double => ScalarKind.F64,
        SpecialType.System_Single => ScalarKind.F32,
        SpecialType.System_SByte => ScalarKind.I8,
        SpecialType.System_Byte => ScalarKind.U8,
        SpecialType.System_Int16 => ScalarKind.I16,
        SpecialType.System_UInt16 => ScalarKind.U16,
        SpecialType.System_Int32 => ScalarKind.I32,
        SpecialType.System_UInt32 => ScalarKind.U32,
        SpecialType.System_Int64 => ScalarKind.I64,
        SpecialType.System_UInt64 => ScalarKind.U64,
        SpecialType.System_IntPtr => ScalarKind.INative,
        SpecialType.System_UIntPtr => ScalarKind.UNative,
        SpecialType.System_Boolean => ScalarKind.Bool,
        SpecialType.System_Char => ScalarKind.Char,
        _ => null,
    };

    private Mapped Get(ITypeSymbol type)
    {
        if (!_cache.TryGetValue(type, out Mapped mapped))
        {
            mapped = Create(type);
            _cache[type] = mapped;
        }
        return mapped;
    }

    private Mapped Create(ITypeSymbol type)
    {
        if (Scalar(type.SpecialType) is { } kind)
            return new(new TypeShape(type, new ScalarType(kind)), "");
        switch (type.TypeKind)
        {
            case TypeKind.Array:
                return CreateArray((IArrayTypeSymbol)type);
            case TypeKind.Pointer or TypeKind.FunctionPointer:
                return No("it is a pointer");
            case TypeKind.Dynamic:
                return No("it is dynamic");
            case TypeKind.Error:
                return No("it is unknown");
            case TypeKind.TypeParameter:
                return _isForParameters ? new(new TypeShape(type, new ScalarType(ScalarKind.F64) { TypeParameter = CSharpText.Identifier(type.Name) }), "") : No("nothing is known of this type parameter here");
            case TypeKind.Struct:
                return CreateStruct((INamedTypeSymbol)type);
            case TypeKind.Class or TypeKind.Interface when _classes.LeadsToNumbers(type):
                if (type.IsRecord && StructShapes.CreateRecord((INamedTypeSymbol)type, Map) is { } record)
                    return new(record, "");
                return _classes.Create((INamedTypeSymbol)type, Map, out string reason) is { } shape ? new(shape, "") : No(reason);
            default:
                return Opaque(type);
        }
    }

    private Mapped CreateArray(IArrayTypeSymbol array)
    {
        if (array.Rank > 2)
            return No("arrays of more than two dimensions are not supported");
        Mapped element = Get(array.ElementType);
        if (element.Shape is null)
            return element;
        if (element.Shape.Type is BufferType inner && (inner.Kind is not (BufferKind.Array or BufferKind.Object) || array.Rank != 1))
            return No("of arrays of arrays, only T[][] is supported");
        if (element.Shape.Type is StructType structure && ElementPaths.References(structure).Any())
            return No("arrays of structs that hold arrays or objects are not supported");
        if (element.Shape is StructShape && array.ElementType.IsReferenceType)
            return No("arrays of record classes are not supported");
        return new(new TypeShape(array, new BufferType(element.Shape.Type, array.Rank == 1 ? BufferKind.Array : BufferKind.Array2D)), "");
    }

    private Mapped CreateStruct(INamedTypeSymbol type)
    {
        if (_known.SpanKind(type) is { } kind)
        {
            Mapped element = Get(type.TypeArguments[0]);
            if (element.Shape is null)
                return element;
            if (element.Shape.Type is BufferType { Kind: not BufferKind.Array } || element.Shape.Type is StructType structure && ElementPaths.References(structure).Any())
                return No("spans of such elements are not supported");
            return new(new TypeShape(type, new BufferType(element.Shape.Type, kind)), "");
        }
        if (type.SpecialType == SpecialType.System_Decimal)
            return No("decimal carries no derivative");
        if (type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
            return Get(type.TypeArguments[0]) is { Shape.Type: OpaqueType or ScalarType } ? Opaque(type) : No("it is nullable");
        if (NumericsShapes.Is(type))
            return NumericsShapes.Create(type, Map) is { } numerics ? new(numerics, "") : No("its fields are not those that are known");
        if (StructShapes.IsTakenApart(type))
            return StructShapes.Create(type, Map, out string reason) is { } shape ? new(shape, "") : No(reason);
        return StructShapes.WhyNotOpaque(type) is { } why ? No(why) : Opaque(type);
    }

    private static Mapped Opaque(ITypeSymbol type) => new(new TypeShape(type, new OpaqueType(CSharpText.Type(type))), "");

    private static Mapped No(string reason) => new(null, reason);

    private readonly record struct Mapped(TypeShape? Shape, string Reason);
}
