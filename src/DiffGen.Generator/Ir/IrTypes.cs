using System.Linq;
using DiffGen.Generator.Common;

namespace DiffGen.Generator.Ir;

/// <summary>The primitive kinds that a single-assignment value can have.</summary>
internal enum ScalarKind
{
    F64, F32, I8, U8, I16, U16, I32, U32, I64, U64, Bool, Char,

    /// <summary><c>nint</c> and <c>nuint</c>: as wide as the machine's addresses.</summary>
    INative, UNative,
}

/// <summary>The type of an IR value, of a buffer element, or of a declared parameter.</summary>
internal abstract record IrType
{
    /// <summary>True for <c>double</c> and <c>float</c>: the only values that carry a derivative.</summary>
    public bool IsFloat => this is ScalarType { Kind: ScalarKind.F64 or ScalarKind.F32 };

    /// <summary>True for integers and <c>char</c>, the kinds that index and count.</summary>
    public bool IsInteger => this is ScalarType { Kind: not (ScalarKind.F64 or ScalarKind.F32 or ScalarKind.Bool) };

    public static readonly ScalarType F64 = new(ScalarKind.F64);
    public static readonly ScalarType F32 = new(ScalarKind.F32);
    public static readonly ScalarType I32 = new(ScalarKind.I32);
    public static readonly ScalarType I64 = new(ScalarKind.I64);
    public static readonly ScalarType Bool = new(ScalarKind.Bool);
}

/// <summary>A number, <c>bool</c> or <c>char</c>.</summary>
internal sealed record ScalarType(ScalarKind Kind) : IrType
{
    /// <summary>In the declaration of a generic companion, the type parameter that stands for the number; no body has it.</summary>
    public string TypeParameter { get; init; } = "";
}

/// <summary>
/// Numbers of one kind side by side, one per direction: a SIMD vector. A comparison of lanes gives a mask of the same type, all bits of
/// a lane set or none.
/// </summary>
/// <remarks><see cref="IrType.IsFloat"/> is false: lanes hold derivatives and carry none themselves.</remarks>
internal sealed record LaneType(ScalarKind Kind, int Width) : IrType
{
    /// <summary>
    /// The set of the inputs that a derivative depends on, in the place of the derivative, whatever its kind: what a core computes in this type
    /// is the sparsity pattern of what it computes in lanes.
    /// </summary>
    public static readonly LaneType IndexSet = new(ScalarKind.F64, 0);

    /// <summary>It is <see cref="IndexSet"/>.</summary>
    public bool IsSet => Width == 0;

    /// <summary>The power series of a number, in the place of its derivative; coefficient 0 is not kept up to date.</summary>
    public static LaneType SeriesOf(ScalarKind kind) => new(kind, -1);

    /// <summary>It is a power series.</summary>
    public bool IsSeries => Width < 0;

    /// <summary>The type of one lane.</summary>
    public ScalarType Scalar => new(Kind);

    /// <summary>128, 256 or 512; 64 for the two single-precision numbers beside two of double precision.</summary>
    public int Bits => Width * (Kind == ScalarKind.F32 ? 32 : 64);
}

/// <summary>A value that no derivative flows through and that the IR only hands on: strings, enums, other inactive types.</summary>
internal sealed record OpaqueType(string CSharpName) : IrType;

/// <summary>How a buffer is held. The kind decides what C# can do with the reference, not what its elements mean.</summary>
internal enum BufferKind
{
    /// <summary><c>Span&lt;T&gt;</c>.</summary>
    Span,

    /// <summary><c>ReadOnlySpan&lt;T&gt;</c>.</summary>
    ReadOnlySpan,

    /// <summary><c>T[]</c>; a jagged array is an array whose element is again an array.</summary>
    Array,

    /// <summary><c>T[,]</c>.</summary>
    Array2D,

    /// <summary><c>LaneSums&lt;TLane, T&gt;</c>: what the iterations of a loop in lanes add to.</summary>
    LaneSums,

    /// <summary>An object of a class: memory of one element, a struct of its fields, reached without an index.</summary>
    Object,
}

/// <summary>A reference to memory. <paramref name="Element"/> is a scalar, an opaque type, a struct, or (jagged) a buffer of kind Array.</summary>
internal sealed record BufferType(IrType Element, BufferKind Kind) : IrType
{
    /// <summary>1, or 2 for <c>T[,]</c>, or 0 for an object.</summary>
    public int Rank => Kind switch { BufferKind.Array2D => 2, BufferKind.Object => 0, _ => 1 };

    /// <summary>An object of a class.</summary>
    public bool IsObject => Kind == BufferKind.Object;

    /// <summary>One-dimensional, and its elements hold numbers alone: rows of a jagged array, objects and structs with arrays do not.</summary>
    public bool IsFlat => Rank == 1 && !HoldsReferences;

    /// <summary>Its elements lead to further memory.</summary>
    public bool HoldsReferences => ElementPaths.References(Element).Any();
}

/// <summary>
/// A struct or tuple, or what an object of a class is made of. No IR value has this type: values are taken apart into leaves.
/// It occurs as the element of a buffer and as the type of a declared parameter or result.
/// </summary>
internal sealed record StructType(string CSharpName, bool IsTuple, EquatableArray<StructField> Fields, StructConstruction Construction) : IrType
{
    /// <summary>An object of a class that may have further members, in the dynamic type of the object: they count as active.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Its fields are known to lie in memory in this order, with nothing between them where all are of one size.</summary>
    public bool IsSequential { get; init; }

    /// <summary>A class whose objects are taken apart like structs, and are never null.</summary>
    public bool IsRecordClass => Fields.Any(member => member.Owner.Length > 0);
}

/// <summary>How generated code makes a struct from its fields.</summary>
internal enum StructConstruction
{
    /// <summary><c>(a, b)</c>.</summary>
    Tuple,

    /// <summary><c>new S(a, b)</c>: a positional record struct or primary constructor that only stores its arguments, in field order.</summary>
    Positional,

    /// <summary><c>new S { A = a, B = b }</c>.</summary>
    Initializer,

    /// <summary>Fields are written one by one through accessors to the storage (<c>UnsafeAccessor</c>); an object is made without a constructor.</summary>
    Accessor,

    /// <summary>Not at all: a class that is not partial and has no parameterless constructor that can be called, or an abstract one.</summary>
    None,
}

/// <summary>A stored field of a struct: <paramref name="Name"/> is what C# code reads (field or auto-property).</summary>
/// <param name="Storage">Name of the stored field in metadata (<c>&lt;X&gt;k__BackingField</c> for an auto-property).</param>
/// <param name="Readable">Accessible by <paramref name="Name"/> from the generated code.</param>
/// <param name="Assignable">An element's field can be assigned in place: <c>a[i].X = v</c>.</param>
internal sealed record StructField(string Name, string Storage, IrType Type, bool Readable, bool Assignable, bool NoDerivative)
{
    /// <summary>C# name of the class that declares it; empty for a field of a struct.</summary>
    public string Owner { get; init; } = "";
}
