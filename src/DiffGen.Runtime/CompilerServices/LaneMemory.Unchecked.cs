using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DiffGen.CompilerServices;

/// <remarks>Consecutive elements without a check at each access: <see cref="Holds"/> has been asked in front of the loop, or the bounds of the loop say that they are inside.</remarks>
public static partial class LaneMemory
{
    /// <summary>Whether the memory has the elements from <paramref name="from"/> on, <paramref name="count"/> of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Holds<T>(ReadOnlySpan<T> memory, int from, int count) => (ulong)(uint)from + (uint)count <= (uint)memory.Length;

    /// <summary>Reads consecutive elements, which are known to be there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> LoadUnchecked8(ReadOnlySpan<double> memory, int index) =>
        Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(memory), (nuint)(uint)index);

    /// <summary>Reads consecutive elements, which are known to be there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> LoadUnchecked8(ReadOnlySpan<float> memory, int index) =>
        Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(memory), (nuint)(uint)index);

    /// <summary>Reads consecutive elements, which are known to be there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> LoadUnchecked16(ReadOnlySpan<float> memory, int index) =>
        Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(memory), (nuint)(uint)index);

    /// <summary>Reads consecutive elements, which are known to be there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> LoadUnchecked8(double[] memory, int index) =>
        Vector512.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(memory), (nuint)(uint)index);

    /// <summary>Reads consecutive elements, which are known to be there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> LoadUnchecked8(float[] memory, int index) =>
        Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(memory), (nuint)(uint)index);

    /// <summary>Reads consecutive elements, which are known to be there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> LoadUnchecked16(float[] memory, int index) =>
        Vector512.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(memory), (nuint)(uint)index);

    /// <summary>Writes consecutive elements, which are known to be there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreUnchecked8(Span<double> memory, int index, Vector512<double> value) =>
        value.StoreUnsafe(ref MemoryMarshal.GetReference(memory), (nuint)(uint)index);

    /// <summary>Writes consecutive elements, which are known to be there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreUnchecked8(Span<float> memory, int index, Vector256<float> value) =>
        value.StoreUnsafe(ref MemoryMarshal.GetReference(memory), (nuint)(uint)index);

    /// <summary>Writes consecutive elements, which are known to be there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreUnchecked16(Span<float> memory, int index, Vector512<float> value) =>
        value.StoreUnsafe(ref MemoryMarshal.GetReference(memory), (nuint)(uint)index);

    /// <summary>Writes consecutive elements, which are known to be there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreUnchecked8(double[] memory, int index, Vector512<double> value) =>
        value.StoreUnsafe(ref MemoryMarshal.GetArrayDataReference(memory), (nuint)(uint)index);

    /// <summary>Writes consecutive elements, which are known to be there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreUnchecked8(float[] memory, int index, Vector256<float> value) =>
        value.StoreUnsafe(ref MemoryMarshal.GetArrayDataReference(memory), (nuint)(uint)index);

    /// <summary>Writes consecutive elements, which are known to be there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreUnchecked16(float[] memory, int index, Vector512<float> value) =>
        value.StoreUnsafe(ref MemoryMarshal.GetArrayDataReference(memory), (nuint)(uint)index);

    /// <summary>Adds to consecutive elements, which are known to be there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddUnchecked8(Span<double> memory, int index, Vector512<double> value)
    {
        ref double first = ref MemoryMarshal.GetReference(memory);
        (Vector512.LoadUnsafe(ref first, (nuint)(uint)index) + value).StoreUnsafe(ref first, (nuint)(uint)index);
    }

    /// <summary>Adds to consecutive elements, which are known to be there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddUnchecked8(Span<float> memory, int index, Vector256<float> value)
    {
        ref float first = ref MemoryMarshal.GetReference(memory);
        (Vector256.LoadUnsafe(ref first, (nuint)(uint)index) + value).StoreUnsafe(ref first, (nuint)(uint)index);
    }

    /// <summary>Adds to consecutive elements, which are known to be there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddUnchecked16(Span<float> memory, int index, Vector512<float> value)
    {
        ref float first = ref MemoryMarshal.GetReference(memory);
        (Vector512.LoadUnsafe(ref first, (nuint)(uint)index) + value).StoreUnsafe(ref first, (nuint)(uint)index);
    }

    /// <summary>Adds to consecutive elements, which are known to be there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddUnchecked8(double[] memory, int index, Vector512<double> value)
    {
        ref double first = ref MemoryMarshal.GetArrayDataReference(memory);
        (Vector512.LoadUnsafe(ref first, (nuint)(uint)index) + value).StoreUnsafe(ref first, (nuint)(uint)index);
    }

    /// <summary>Adds to consecutive elements, which are known to be there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddUnchecked8(float[] memory, int index, Vector256<float> value)
    {
        ref float first = ref MemoryMarshal.GetArrayDataReference(memory);
        (Vector256.LoadUnsafe(ref first, (nuint)(uint)index) + value).StoreUnsafe(ref first, (nuint)(uint)index);
    }

    /// <summary>Adds to consecutive elements, which are known to be there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddUnchecked16(float[] memory, int index, Vector512<float> value)
    {
        ref float first = ref MemoryMarshal.GetArrayDataReference(memory);
        (Vector512.LoadUnsafe(ref first, (nuint)(uint)index) + value).StoreUnsafe(ref first, (nuint)(uint)index);
    }
}
