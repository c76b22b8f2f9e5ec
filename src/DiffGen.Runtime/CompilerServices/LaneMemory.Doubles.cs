using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DiffGen.CompilerServices;

/// <remarks>Lanes of eight numbers of double precision.</remarks>
public static partial class LaneMemory
{
    /// <summary>Reads elements at equal distances.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> LoadStrided8(ReadOnlySpan<double> memory, int index, int stride)
    {
        Check(index, stride, 8, memory.Length);
        ref double first = ref Unsafe.Add(ref MemoryMarshal.GetReference(memory), index);
        nint step = stride;
        return Vector512.Create(
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
    /// <remarks>Lanes are taken by constant numbers, from parts of 128 bits: by a variable they would go through memory.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreStrided8(Span<double> memory, int index, int stride, Vector512<double> value)
    {
        Check(index, stride, 8, memory.Length);
        ref double first = ref Unsafe.Add(ref MemoryMarshal.GetReference(memory), index);
        nint step = stride;
        Vector256<double> lower = value.GetLower(), upper = value.GetUpper();
        StorePair(ref first, step, lower.GetLower());
        StorePair(ref Unsafe.Add(ref first, 2 * step), step, lower.GetUpper());
        StorePair(ref Unsafe.Add(ref first, 4 * step), step, upper.GetLower());
        StorePair(ref Unsafe.Add(ref first, 6 * step), step, upper.GetUpper());
    }

    /// <summary>Adds to elements at equal distances, lane after lane: places may be the same.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddStrided8(Span<double> memory, int index, int stride, Vector512<double> value)
    {
        Check(index, stride, 8, memory.Length);
        ref double first = ref Unsafe.Add(ref MemoryMarshal.GetReference(memory), index);
        nint step = stride;
        Vector256<double> lower = value.GetLower(), upper = value.GetUpper();
        AddPair(ref first, step, lower.GetLower());
        AddPair(ref Unsafe.Add(ref first, 2 * step), step, lower.GetUpper());
        AddPair(ref Unsafe.Add(ref first, 4 * step), step, upper.GetLower());
        AddPair(ref Unsafe.Add(ref first, 6 * step), step, upper.GetUpper());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StorePair(ref double first, nint step, Vector128<double> pair)
    {
        first = pair.ToScalar();
        Unsafe.Add(ref first, step) = pair.GetElement(1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddPair(ref double first, nint step, Vector128<double> pair)
    {
        first += pair.ToScalar();
        Unsafe.Add(ref first, step) += pair.GetElement(1);
    }

    /// <summary>Reads elements at equal distances for the lanes of a mask; the others get zero.</summary>
    public static Vector512<double> LoadMasked8(ReadOnlySpan<double> memory, int index, int stride, Vector512<double> mask)
    {
        ulong lanes = Vector512.ExtractMostSignificantBits(mask);
        if (lanes == 0xff)
            return LoadStrided8(memory, index, stride);
        Vector512<double> result = default;
        for (int lane = 0; lane < 8; lane++)
        {
            if ((lanes >> lane & 1) != 0)
                result = result.WithElement(lane, memory[index + lane * stride]);
        }
        return result;
    }

    /// <summary>Writes elements at equal distances for the lanes of a mask.</summary>
    public static void StoreMasked8(Span<double> memory, int index, int stride, Vector512<double> value, Vector512<double> mask)
    {
        ulong lanes = Vector512.ExtractMostSignificantBits(mask);
        for (int lane = 0; lane < 8; lane++)
        {
            if ((lanes >> lane & 1) != 0)
                memory[index + lane * stride] = value[lane];
        }
    }

    /// <summary>Adds to elements at equal distances for the lanes of a mask.</summary>
    public static void AddMasked8(Span<double> memory, int index, int stride, Vector512<double> value, Vector512<double> mask)
    {
        ulong lanes = Vector512.ExtractMostSignificantBits(mask);
        for (int lane = 0; lane < 8; lane++)
        {
            if ((lanes >> lane & 1) != 0)
                memory[index + lane * stride] += value[lane];
        }
    }

    /// <summary>Adds the lanes to a sum one after the other, as the iterations of a loop do.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double AddInOrder(double sum, Vector512<double> value)
    {
        for (int lane = 0; lane < 8; lane++)
            sum += value[lane];
        return sum;
    }

    /// <summary>The sum of all lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Vector512<double> value)
    {
        // Halves first: three shuffles, where lane by lane would take seven.
        Vector256<double> half = value.GetLower() + value.GetUpper();
        Vector128<double> quarter = half.GetLower() + half.GetUpper();
        return quarter.ToScalar() + quarter.GetElement(1);
    }

    /// <summary><c>start + l * stride</c> in lane <c>l</c>, wrapped around to 32 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Ramp8(int start, int stride)
    {
        if (stride == 0)
            return Vector512.Create((double)start);
        Vector512<double> exact = Vector512.Create((double)start) + (Vector512<double>.Indices * Vector512.Create((double)stride));
        long last = start + (7L * stride);
        return last == (int)last ? exact : Wrapped(exact);
    }

    // As the int of each iteration does. All of it is exact; a call would cost registers wherever it stands, though it is hardly ever made.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Wrapped(Vector512<double> integers)
    {
        Vector512<double> turns = Vector512.Floor((integers + Vector512.Create(2147483648.0)) * Vector512.Create(1 / 4294967296.0));
        return integers - (turns * Vector512.Create(4294967296.0));
    }
}
