using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DiffGen.CompilerServices;

/// <remarks>Lanes of sixteen numbers of single precision.</remarks>
public static partial class LaneMemory
{
    /// <summary>Reads elements at equal distances.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> LoadStrided16(ReadOnlySpan<float> memory, int index, int stride)
    {
        Check(index, stride, 16, memory.Length);
        ref float first = ref Unsafe.Add(ref MemoryMarshal.GetReference(memory), index);
        nint step = stride;
        return Vector512.Create(
            first,
            Unsafe.Add(ref first, step),
            Unsafe.Add(ref first, 2 * step),
            Unsafe.Add(ref first, 3 * step),
            Unsafe.Add(ref first, 4 * step),
            Unsafe.Add(ref first, 5 * step),
            Unsafe.Add(ref first, 6 * step),
            Unsafe.Add(ref first, 7 * step),
            Unsafe.Add(ref first, 8 * step),
            Unsafe.Add(ref first, 9 * step),
            Unsafe.Add(ref first, 10 * step),
            Unsafe.Add(ref first, 11 * step),
            Unsafe.Add(ref first, 12 * step),
            Unsafe.Add(ref first, 13 * step),
            Unsafe.Add(ref first, 14 * step),
            Unsafe.Add(ref first, 15 * step));
    }

    /// <summary>Writes elements at equal distances, lane after lane.</summary>
    public static void StoreStrided16(Span<float> memory, int index, int stride, Vector512<float> value)
    {
        Check(index, stride, 16, memory.Length);
        for (int lane = 0; lane < 16; lane++)
            memory[index + lane * stride] = value[lane];
    }

    /// <summary>Adds to elements at equal distances, lane after lane: places may be the same.</summary>
    public static void AddStrided16(Span<float> memory, int index, int stride, Vector512<float> value)
    {
        Check(index, stride, 16, memory.Length);
        for (int lane = 0; lane < 16; lane++)
            memory[index + lane * stride] += value[lane];
    }

    /// <summary>Reads elements at equal distances for the lanes of a mask; the others get zero.</summary>
    public static Vector512<float> LoadMasked16(ReadOnlySpan<float> memory, int index, int stride, Vector512<float> mask)
    {
        Vector512<float> result = default;
        ulong lanes = Vector512.ExtractMostSignificantBits(mask);
        for (int lane = 0; lane < 16; lane++)
        {
            if ((lanes >> lane & 1) != 0)
                result = result.WithElement(lane, memory[index + lane * stride]);
        }
        return result;
    }

    /// <summary>Writes elements at equal distances for the lanes of a mask.</summary>
    public static void StoreMasked16(Span<float> memory, int index, int stride, Vector512<float> value, Vector512<float> mask)
    {
        ulong lanes = Vector512.ExtractMostSignificantBits(mask);
        for (int lane = 0; lane < 16; lane++)
        {
            if ((lanes >> lane & 1) != 0)
                memory[index + lane * stride] = value[lane];
        }
    }

    /// <summary>Adds to elements at equal distances for the lanes of a mask.</summary>
    public static void AddMasked16(Span<float> memory, int index, int stride, Vector512<float> value, Vector512<float> mask)
    {
        ulong lanes = Vector512.ExtractMostSignificantBits(mask);
        for (int lane = 0; lane < 16; lane++)
        {
            if ((lanes >> lane & 1) != 0)
                memory[index + lane * stride] += value[lane];
        }
    }

    /// <summary>Adds the lanes to a sum one after the other, as the iterations of a loop do.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float AddInOrder(float sum, Vector512<float> value)
    {
        for (int lane = 0; lane < 16; lane++)
            sum += value[lane];
        return sum;
    }

    /// <summary>The sum of all lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(Vector512<float> value) => Vector512.Sum(value);

    /// <summary><c>start + l * stride</c> in lane <c>l</c>, rounded once.</summary>
    public static Vector512<float> RampSingle16(int start, int stride) =>
        Vector512.Create(Lanes.Narrow(Ramp8(start, stride)), Lanes.Narrow(Ramp8(unchecked(start + (8 * stride)), stride)));
}
