using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DiffGen.CompilerServices;

/// <remarks>Lanes of eight numbers of single precision, beside eight of double precision.</remarks>
public static partial class LaneMemory
{
    /// <summary>Reads elements at equal distances.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> LoadStrided8(ReadOnlySpan<float> memory, int index, int stride)
    {
        Check(index, stride, 8, memory.Length);
        ref float first = ref Unsafe.Add(ref MemoryMarshal.GetReference(memory), index);
        nint step = stride;
        return Vector256.Create(
            first,
            Unsafe.Add(ref first, step),
            Unsafe.Add(ref first, 2 * step),
            Unsafe.Add(ref first, 3 * step),
            Unsafe.Add(ref first, 4 * step),
            Unsafe.Add(ref first, 5 * step),
            Unsafe.Add(ref first, 6 * step),
            Unsafe.Add(ref first, 7 * step));
    }

    /// <summary>Writes elements at equal distances, lane after lane.</summary>
    public static void StoreStrided8(Span<float> memory, int index, int stride, Vector256<float> value)
    {
        Check(index, stride, 8, memory.Length);
        for (int lane = 0; lane < 8; lane++)
            memory[index + lane * stride] = value[lane];
    }

    /// <summary>Adds to elements at equal distances, lane after lane: places may be the same.</summary>
    public static void AddStrided8(Span<float> memory, int index, int stride, Vector256<float> value)
    {
        Check(index, stride, 8, memory.Length);
        for (int lane = 0; lane < 8; lane++)
            memory[index + lane * stride] += value[lane];
    }

    /// <summary>Reads elements at equal distances for the lanes of a mask; the others get zero.</summary>
    public static Vector256<float> LoadMasked8(ReadOnlySpan<float> memory, int index, int stride, Vector256<float> mask)
    {
        Vector256<float> result = default;
        uint lanes = Vector256.ExtractMostSignificantBits(mask);
        for (int lane = 0; lane < 8; lane++)
        {
            if ((lanes >> lane & 1) != 0)
                result = result.WithElement(lane, memory[index + lane * stride]);
        }
        return result;
    }

    /// <summary>Writes elements at equal distances for the lanes of a mask.</summary>
    public static void StoreMasked8(Span<float> memory, int index, int stride, Vector256<float> value, Vector256<float> mask)
    {
        uint lanes = Vector256.ExtractMostSignificantBits(mask);
        for (int lane = 0; lane < 8; lane++)
        {
            if ((lanes >> lane & 1) != 0)
                memory[index + lane * stride] = value[lane];
        }
    }

    /// <summary>Adds to elements at equal distances for the lanes of a mask.</summary>
    public static void AddMasked8(Span<float> memory, int index, int stride, Vector256<float> value, Vector256<float> mask)
    {
        uint lanes = Vector256.ExtractMostSignificantBits(mask);
        for (int lane = 0; lane < 8; lane++)
        {
            if ((lanes >> lane & 1) != 0)
                memory[index + lane * stride] += value[lane];
        }
    }

    /// <summary>Adds the lanes to a sum one after the other, as the iterations of a loop do.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float AddInOrder(float sum, Vector256<float> value)
    {
        for (int lane = 0; lane < 8; lane++)
            sum += value[lane];
        return sum;
    }

    /// <summary>The sum of all lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(Vector256<float> value) => Vector256.Sum(value);

    /// <summary><c>start + l * stride</c> in lane <c>l</c>, rounded once.</summary>
    public static Vector256<float> RampSingle8(int start, int stride) => Lanes.Narrow(Ramp8(start, stride));
}
