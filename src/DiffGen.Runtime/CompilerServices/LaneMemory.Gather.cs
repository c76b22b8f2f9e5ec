using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace DiffGen.CompilerServices;

/// <remarks>Places that differ in any way from lane to lane. Integers lie in numbers of double precision, which hold them exactly.</remarks>
public static partial class LaneMemory
{
    /// <summary>Reads integers at equal distances.</summary>
    public static Vector512<double> LoadStrided8(ReadOnlySpan<int> memory, int index, int stride)
    {
        Check(index, stride, 8, memory.Length);
        Vector512<double> result = default;
        for (int lane = 0; lane < 8; lane++)
            result = result.WithElement(lane, memory[index + lane * stride]);
        return result;
    }

    /// <summary>Reads consecutive integers.</summary>
    public static Vector512<double> Load8(ReadOnlySpan<int> memory, int index) => LoadStrided8(memory, index, 1);

    /// <summary>Reads integers at equal distances for the lanes of a mask; the others get zero.</summary>
    public static Vector512<double> LoadMasked8(ReadOnlySpan<int> memory, int index, int stride, Vector512<double> mask)
    {
        Vector512<double> result = default;
        for (ulong lanes = Vector512.ExtractMostSignificantBits(mask); lanes != 0; lanes &= lanes - 1)
        {
            int lane = BitOperations.TrailingZeroCount(lanes);
            result = result.WithElement(lane, memory[index + lane * stride]);
        }
        return result;
    }

    /// <summary>Reads one element per lane.</summary>
    public static Vector512<double> Gather8(ReadOnlySpan<double> memory, Vector512<double> indices)
    {
        Vector256<int> places = Places(indices, memory.Length);
        ref double first = ref MemoryMarshal.GetReference(memory);
        return Vector512.Create(
            Unsafe.Add(ref first, places[0]), Unsafe.Add(ref first, places[1]), Unsafe.Add(ref first, places[2]), Unsafe.Add(ref first, places[3]),
            Unsafe.Add(ref first, places[4]), Unsafe.Add(ref first, places[5]), Unsafe.Add(ref first, places[6]), Unsafe.Add(ref first, places[7]));
    }

    // Indices as integers, all of them inside.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Places(Vector512<double> indices, int length)
    {
        Vector256<int> places = Avx512F.IsSupported
            ? Avx512F.ConvertToVector256Int32WithTruncation(indices)
            : Vector256.Create((int)indices[0], (int)indices[1], (int)indices[2], (int)indices[3], (int)indices[4], (int)indices[5], (int)indices[6], (int)indices[7]);
        if (!Vector256.LessThanAll(places.AsUInt32(), Vector256.Create((uint)length)))
            ThrowOutOfRange();
        return places;
    }

    /// <summary>Reads one element per lane of a mask; the others get zero.</summary>
    public static Vector512<double> Gather8(ReadOnlySpan<double> memory, Vector512<double> indices, Vector512<double> mask)
    {
        if (Vector512.ExtractMostSignificantBits(mask) == 0xff)
            return Gather8(memory, indices);
        Vector512<double> result = default;
        for (ulong lanes = Vector512.ExtractMostSignificantBits(mask); lanes != 0; lanes &= lanes - 1)
        {
            int lane = BitOperations.TrailingZeroCount(lanes);
            result = result.WithElement(lane, memory[(int)indices[lane]]);
        }
        return result;
    }

    /// <summary>Reads each lane of an element of its own.</summary>
    public static Vector512<double> Gather8(ReadOnlySpan<Vector512<double>> memory, Vector512<double> indices)
    {
        Vector512<double> result = default;
        for (int lane = 0; lane < 8; lane++)
            result = result.WithElement(lane, memory[(int)indices[lane]][lane]);
        return result;
    }

    /// <summary>Reads each lane of a mask of an element of its own; the others get zero.</summary>
    public static Vector512<double> Gather8(ReadOnlySpan<Vector512<double>> memory, Vector512<double> indices, Vector512<double> mask)
    {
        Vector512<double> result = default;
        for (ulong lanes = Vector512.ExtractMostSignificantBits(mask); lanes != 0; lanes &= lanes - 1)
        {
            int lane = BitOperations.TrailingZeroCount(lanes);
            result = result.WithElement(lane, memory[(int)indices[lane]][lane]);
        }
        return result;
    }

    /// <summary>Adds one number per lane, lane after lane: places may be the same.</summary>
    public static void ScatterAdd8(Span<double> memory, Vector512<double> indices, Vector512<double> value)
    {
        Vector256<int> places = Places(indices, memory.Length);
        ref double first = ref MemoryMarshal.GetReference(memory);
        Unsafe.Add(ref first, places[0]) += value[0];
        Unsafe.Add(ref first, places[1]) += value[1];
        Unsafe.Add(ref first, places[2]) += value[2];
        Unsafe.Add(ref first, places[3]) += value[3];
        Unsafe.Add(ref first, places[4]) += value[4];
        Unsafe.Add(ref first, places[5]) += value[5];
        Unsafe.Add(ref first, places[6]) += value[6];
        Unsafe.Add(ref first, places[7]) += value[7];
    }

    /// <summary>Adds one number per lane of a mask, lane after lane: places may be the same.</summary>
    public static void ScatterAdd8(Span<double> memory, Vector512<double> indices, Vector512<double> value, Vector512<double> mask)
    {
        if (Vector512.ExtractMostSignificantBits(mask) == 0xff)
        {
            ScatterAdd8(memory, indices, value);
            return;
        }
        for (ulong lanes = Vector512.ExtractMostSignificantBits(mask); lanes != 0; lanes &= lanes - 1)
        {
            int lane = BitOperations.TrailingZeroCount(lanes);
            memory[(int)indices[lane]] += value[lane];
        }
    }

    /// <summary>Adds to each lane of an element of its own.</summary>
    public static void ScatterAdd8(Span<Vector512<double>> memory, Vector512<double> indices, Vector512<double> value) =>
        ScatterAdd8(memory, indices, value, Vector512<double>.AllBitsSet);

    /// <summary>Adds to each lane of a mask of an element of its own.</summary>
    public static void ScatterAdd8(Span<Vector512<double>> memory, Vector512<double> indices, Vector512<double> value, Vector512<double> mask)
    {
        for (ulong lanes = Vector512.ExtractMostSignificantBits(mask); lanes != 0; lanes &= lanes - 1)
        {
            int lane = BitOperations.TrailingZeroCount(lanes);
            Lane(memory, indices, lane) += value[lane];
        }
    }

    /// <summary>Writes each lane of an element of its own.</summary>
    public static void Scatter8(Span<Vector512<double>> memory, Vector512<double> indices, Vector512<double> value) =>
        Scatter8(memory, indices, value, Vector512<double>.AllBitsSet);

    /// <summary>Writes each lane of a mask of an element of its own.</summary>
    public static void Scatter8(Span<Vector512<double>> memory, Vector512<double> indices, Vector512<double> value, Vector512<double> mask)
    {
        for (ulong lanes = Vector512.ExtractMostSignificantBits(mask); lanes != 0; lanes &= lanes - 1)
        {
            int lane = BitOperations.TrailingZeroCount(lanes);
            Lane(memory, indices, lane) = value[lane];
        }
    }

    /// <summary>The signs of all lanes, as <see cref="Math.Sign(double)"/> has them.</summary>
    /// <exception cref="ArithmeticException">A lane is NaN.</exception>
    public static Vector512<double> Sign(Vector512<double> value)
    {
        if (!Vector512.EqualsAll(value, value))
            throw new ArithmeticException("Function does not accept floating point Not-a-Number values.");
        Vector512<double> one = Vector512.Create(1.0);
        return (Vector512.GreaterThan(value, Vector512<double>.Zero) & one) - (Vector512.LessThan(value, Vector512<double>.Zero) & one);
    }

    private static ref double Lane(Span<Vector512<double>> memory, Vector512<double> indices, int lane) =>
        ref Unsafe.Add(ref Unsafe.As<Vector512<double>, double>(ref memory[(int)indices[lane]]), lane);
}
