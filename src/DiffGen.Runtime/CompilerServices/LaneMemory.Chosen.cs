using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DiffGen.CompilerServices;

/// <remarks>Consecutive elements of which some lanes are written.</remarks>
public static partial class LaneMemory
{
    /// <summary>Writes consecutive elements for the lanes of a mask, and leaves the others as they are; all must exist, and be nobody else's.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreChosen8(Span<double> memory, int index, Vector512<double> value, Vector512<double> mask)
    {
        Check(index, 8, memory.Length);
        ref double start = ref MemoryMarshal.GetReference(memory);
        Vector512.ConditionalSelect(mask, value, Vector512.LoadUnsafe(ref start, (nuint)index)).StoreUnsafe(ref start, (nuint)index);
    }

    /// <summary>Adds to consecutive elements for the lanes of a mask, and leaves the others as they are; all must exist, and be nobody else's.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddChosen8(Span<double> memory, int index, Vector512<double> value, Vector512<double> mask)
    {
        Check(index, 8, memory.Length);
        ref double start = ref MemoryMarshal.GetReference(memory);
        Vector512<double> before = Vector512.LoadUnsafe(ref start, (nuint)index);
        Vector512.ConditionalSelect(mask, before + value, before).StoreUnsafe(ref start, (nuint)index);
    }

    /// <summary>Writes consecutive elements for the lanes of a mask, and leaves the others as they are; all must exist, and be nobody else's.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreChosen8(Span<float> memory, int index, Vector256<float> value, Vector256<float> mask)
    {
        Check(index, 8, memory.Length);
        ref float start = ref MemoryMarshal.GetReference(memory);
        Vector256.ConditionalSelect(mask, value, Vector256.LoadUnsafe(ref start, (nuint)index)).StoreUnsafe(ref start, (nuint)index);
    }

    /// <summary>Adds to consecutive elements for the lanes of a mask, and leaves the others as they are; all must exist, and be nobody else's.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddChosen8(Span<float> memory, int index, Vector256<float> value, Vector256<float> mask)
    {
        Check(index, 8, memory.Length);
        ref float start = ref MemoryMarshal.GetReference(memory);
        Vector256<float> before = Vector256.LoadUnsafe(ref start, (nuint)index);
        Vector256.ConditionalSelect(mask, before + value, before).StoreUnsafe(ref start, (nuint)index);
    }

    /// <summary>Writes consecutive elements for the lanes of a mask, and leaves the others as they are; all must exist, and be nobody else's.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreChosen16(Span<float> memory, int index, Vector512<float> value, Vector512<float> mask)
    {
        Check(index, 16, memory.Length);
        ref float start = ref MemoryMarshal.GetReference(memory);
        Vector512.ConditionalSelect(mask, value, Vector512.LoadUnsafe(ref start, (nuint)index)).StoreUnsafe(ref start, (nuint)index);
    }

    /// <summary>Adds to consecutive elements for the lanes of a mask, and leaves the others as they are; all must exist, and be nobody else's.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddChosen16(Span<float> memory, int index, Vector512<float> value, Vector512<float> mask)
    {
        Check(index, 16, memory.Length);
        ref float start = ref MemoryMarshal.GetReference(memory);
        Vector512<float> before = Vector512.LoadUnsafe(ref start, (nuint)index);
        Vector512.ConditionalSelect(mask, before + value, before).StoreUnsafe(ref start, (nuint)index);
    }
}
