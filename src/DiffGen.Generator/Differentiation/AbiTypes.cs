using System;
using System.Linq;
using DiffGen.Generator.Ir;

namespace DiffGen.Generator.Differentiation;

/// <summary>C# types that follow from declared ones: of destinations, tangents, cotangents and fresh buffers.</summary>
internal static class AbiTypes
{
    public static string TextOf(IrType type) => type switch
    {
        ScalarType { TypeParameter.Length: > 0 } parameter => parameter.TypeParameter,
        ScalarType scalar => Keyword(scalar.Kind),
        LaneType { IsSet: true } => "global::DiffGen.CompilerServices.IndexSet",
        LaneType { IsSeries: true } series => $"global::DiffGen.CompilerServices.Series<{Keyword(series.Kind)}>",
        LaneType lanes => $"global::System.Runtime.Intrinsics.Vector{lanes.Bits}<{Keyword(lanes.Kind)}>",
        OpaqueType opaque => opaque.CSharpName,
        StructType structure => structure.CSharpName,
        BufferType { Kind: BufferKind.LaneSums, Element: LaneType lanes } => $"global::DiffGen.CompilerServices.LaneSums<{TextOf(lanes)}, {Keyword(lanes.Kind)}>",
        BufferType { Kind: BufferKind.Span } buffer => $"global::System.Span<{TextOf(buffer.Element)}>",
        BufferType { Kind: BufferKind.ReadOnlySpan } buffer => $"global::System.ReadOnlySpan<{TextOf(buffer.Element)}>",
        BufferType { Kind: BufferKind.Array2D } buffer => TextOf(buffer.Element) + "[,]",
        BufferType { Kind: BufferKind.Object } buffer => TextOf(buffer.Element),
        BufferType buffer => TextOf(buffer.Element) + "[]",
        _ => throw new InvalidOperationException($"The type {type} has no C# text."),
    };

    /// <summary>Memory behind it cannot be described as one section: objects, arrays of objects, structs with arrays.</summary>
    public static bool NeedsWalk(IrType type) => type switch
    {
        BufferType { Element: BufferType row } => NeedsWalk(row),
        BufferType buffer => buffer.IsObject || buffer.HoldsReferences,
        StructType structure => ElementPaths.References(structure).Any(),
        _ => false,
    };

    /// <summary>Generated code can make memory of the type's shape: it can construct every class among what it leads to.</summary>
    public static bool CanBeMade(IrType type) => type switch
    {
        BufferType { IsObject: true, Element: StructType { IsOpen: true } } => true,
        BufferType { IsObject: true, Element: StructType { Construction: StructConstruction.None } } => false,
        BufferType buffer => CanBeMade(buffer.Element),
        StructType structure => structure.Fields.All(field => field.NoDerivative || !IsActive(field.Type) || CanBeMade(field.Type)),
        _ => true,
    };

    public static bool IsJagged(BufferType buffer) => buffer is { Kind: BufferKind.Array, Element: BufferType };

    /// <summary>Where the derivative by a buffer goes: <c>Span&lt;T&gt;</c> for everything one-dimensional, else the type itself.</summary>
    public static BufferType Destination(BufferType buffer) =>
        buffer.Kind is BufferKind.Array2D or BufferKind.Object || IsJagged(buffer) ? buffer : buffer with { Kind = BufferKind.Span };

    /// <summary>The tangent of a buffer: as its destination, but read-only where the buffer is.</summary>
    public static BufferType Tangent(BufferType buffer) => buffer.Kind == BufferKind.ReadOnlySpan ? buffer : Destination(buffer);

    /// <summary>The cotangent of a returned value.</summary>
    public static IrType Cotangent(IrType result) => result is BufferType { Kind: BufferKind.Array } buffer && !IsJagged(buffer)
        ? buffer with { Kind = BufferKind.ReadOnlySpan }
        : result;

    /// <summary>What the allocating overloads return for a buffer.</summary>
    public static BufferType Fresh(BufferType buffer) =>
        buffer.Kind is BufferKind.Span or BufferKind.ReadOnlySpan ? buffer with { Kind = BufferKind.Array } : buffer;

    /// <summary>Whether a value holds no reference, as far as is known: an opaque field may be one.</summary>
    public static bool IsUnmanaged(IrType type) =>
        type is StructType structure ? structure.Fields.All(field => IsUnmanaged(field.Type)) : type is ScalarType or LaneType;

    /// <summary>Whether a derivative can flow through some leaf of the type.</summary>
    public static bool IsActive(IrType type) => type switch
    {
        BufferType buffer => IsActive(buffer.Element),
        StructType structure => structure.IsOpen || HasActiveField(structure),
        _ => type.IsFloat,
    };

    private static bool HasActiveField(StructType structure)
    {
        foreach (StructField field in structure.Fields)
        {
            if (!field.NoDerivative && IsActive(field.Type))
                return true;
        }
        return false;
    }

    private static string Keyword(ScalarKind kind) => kind switch
    {
        ScalarKind.F64 => "double",
        ScalarKind.F32 => "float",
        ScalarKind.I8 => "sbyte",
        ScalarKind.U8 => "byte",
        ScalarKind.I16 => "short",
        ScalarKind.U16 => "ushort",
        ScalarKind.I32 => "int",
        ScalarKind.U32 => "uint",
        ScalarKind.I64 => "long",
        ScalarKind.U64 => "ulong",
        ScalarKind.INative => "nint",
        ScalarKind.UNative => "nuint",
        ScalarKind.Bool => "bool",
        ScalarKind.Char => "char",
        _ => throw new InvalidOperationException($"The kind {kind} has no keyword."),
    };
}
