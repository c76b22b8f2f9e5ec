using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DiffGen.CompilerServices;

/// <summary>A stretch of memory, whatever its element type: what overlap checks compare. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct Extent
{
    private readonly ref byte _start;
    private readonly nuint _bytes;

    private Extent(ref byte start, nuint bytes)
    {
        _start = ref start;
        _bytes = bytes;
    }

    /// <summary>The memory of a span or array; a null array is empty.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Extent Of<T>(ReadOnlySpan<T> span)
        => new(ref Unsafe.As<T, byte>(ref MemoryMarshal.GetReference(span)), (nuint)span.Length * (nuint)Unsafe.SizeOf<T>());

    /// <summary>The memory of a two-dimensional array; a null array is empty.</summary>
    public static Extent Of<T>(T[,]? array)
        => array is null ? default : new(ref MemoryMarshal.GetArrayDataReference(array), (nuint)array.LongLength * (nuint)Unsafe.SizeOf<T>());

    /// <summary>The memory of an array with elements of the given size.</summary>
    internal static Extent Of(Array array, int elementSize)
        => new(ref MemoryMarshal.GetArrayDataReference(array), (nuint)array.LongLength * (nuint)elementSize);

    /// <summary>The memory of a single variable.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Extent OfVariable<T>(ref readonly T variable)
        => new(ref Unsafe.As<T, byte>(ref Unsafe.AsRef(in variable)), (nuint)Unsafe.SizeOf<T>());

    /// <summary>Whether the two have a byte in common. An empty extent overlaps nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Overlaps(Extent other)
    {
        nint distance = Unsafe.ByteOffset(ref _start, ref other._start);
        return ((nuint)distance < _bytes && other._bytes != 0) || ((nuint)(-distance) < other._bytes && _bytes != 0);
    }
}
