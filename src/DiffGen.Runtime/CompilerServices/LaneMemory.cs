using System;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DiffGen.CompilerServices;

/// <summary>
/// Memory as loops see it that run several iterations at once, one per lane: lane <c>l</c> reads or writes the element at
/// <c>index + l * stride</c>. For generated code.
/// </summary>
/// <remarks>The number in a name counts the lanes. Every method throws <see cref="IndexOutOfRangeException"/> where one of the iterations would.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class LaneMemory
{
    /// <summary>Reads consecutive elements.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Load8(ReadOnlySpan<double> memory, int index)
    {
        Check(index, 8, memory.Length);
        return Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(memory), (nuint)index);
    }

    /// <summary>Reads consecutive elements.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Load8(ReadOnlySpan<float> memory, int index)
    {
        Check(index, 8, memory.Length);
        return Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(memory), (nuint)index);
    }

    /// <summary>Reads consecutive elements.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Load16(ReadOnlySpan<float> memory, int index)
    {
        Check(index, 16, memory.Length);
        return Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(memory), (nuint)index);
    }

    /// <summary>Writes consecutive elements.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store8(Span<double> memory, int index, Vector512<double> value)
    {
        Check(index, 8, memory.Length);
        value.StoreUnsafe(ref MemoryMarshal.GetReference(memory), (nuint)index);
    }

    /// <summary>Writes consecutive elements.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store8(Span<float> memory, int index, Vector256<float> value)
    {
        Check(index, 8, memory.Length);
        value.StoreUnsafe(ref MemoryMarshal.GetReference(memory), (nuint)index);
    }

    /// <summary>Writes consecutive elements.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store16(Span<float> memory, int index, Vector512<float> value)
    {
        Check(index, 16, memory.Length);
        value.StoreUnsafe(ref MemoryMarshal.GetReference(memory), (nuint)index);
    }

    /// <summary>Adds to consecutive elements.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add8(Span<double> memory, int index, Vector512<double> value)
    {
        Check(index, 8, memory.Length);
        ref double first = ref MemoryMarshal.GetReference(memory);
        (Vector512.LoadUnsafe(ref first, (nuint)index) + value).StoreUnsafe(ref first, (nuint)index);
    }

    /// <summary>Adds to consecutive elements.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add8(Span<float> memory, int index, Vector256<float> value)
    {
        Check(index, 8, memory.Length);
        ref float first = ref MemoryMarshal.GetReference(memory);
        (Vector256.LoadUnsafe(ref first, (nuint)index) + value).StoreUnsafe(ref first, (nuint)index);
    }

    /// <summary>Adds to consecutive elements.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add16(Span<float> memory, int index, Vector512<float> value)
    {
        Check(index, 16, memory.Length);
        ref float first = ref MemoryMarshal.GetReference(memory);
        (Vector512.LoadUnsafe(ref first, (nuint)index) + value).StoreUnsafe(ref first, (nuint)index);
    }

    /// <summary>Whether any lane takes part.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any(Vector512<double> mask) => Vector512.ExtractMostSignificantBits(mask) != 0;

    /// <summary>Whether any lane takes part.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any(Vector256<float> mask) => Vector256.ExtractMostSignificantBits(mask) != 0;

    /// <summary>Whether any lane takes part.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any(Vector512<float> mask) => Vector512.ExtractMostSignificantBits(mask) != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Check(int index, int lanes, int length)
    {
        if ((ulong)(uint)index + (uint)lanes > (uint)length)
            ThrowOutOfRange();
    }

    // The first and the last lane bound those between them.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Check(int index, int stride, int lanes, int length)
    {
        long last = index + (lanes - 1L) * stride;
        if ((uint)index >= (uint)length || (ulong)last >= (uint)length)
            ThrowOutOfRange();
    }

    [DoesNotReturn]
    private static void ThrowOutOfRange() => throw new IndexOutOfRangeException();
}
