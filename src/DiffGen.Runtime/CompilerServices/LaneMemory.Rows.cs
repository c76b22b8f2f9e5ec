using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DiffGen.CompilerServices;

/// <remarks>Rows of jagged arrays, one per lane, and elements of rectangular arrays.</remarks>
public static partial class LaneMemory
{
    /// <summary>How many rows there are from <paramref name="start"/> on, and not more than <paramref name="count"/>, that are as long as the first of them.</summary>
    public static int EvenRows(ReadOnlySpan<double[]> rows, int start, int count)
    {
        if (count <= 0 || (uint)start >= (uint)rows.Length || rows[start] is not { } first)
            return 0;
        int most = Math.Min(count, rows.Length - start), even = 1;
        while (even < most && rows[start + even] is { } row && row.Length == first.Length)
            even++;
        return even;
    }

    /// <summary>Lane <c>l</c> reads <c>rows[row + l * rowStride][column + l * columnStride]</c>.</summary>
    public static Vector512<double> LoadRows8(ReadOnlySpan<double[]> rows, int row, int rowStride, int column, int columnStride) =>
        Vector512.Create(
            rows[row][column],
            rows[row + rowStride][column + columnStride],
            rows[row + (2 * rowStride)][column + (2 * columnStride)],
            rows[row + (3 * rowStride)][column + (3 * columnStride)],
            rows[row + (4 * rowStride)][column + (4 * columnStride)],
            rows[row + (5 * rowStride)][column + (5 * columnStride)],
            rows[row + (6 * rowStride)][column + (6 * columnStride)],
            rows[row + (7 * rowStride)][column + (7 * columnStride)]);

    /// <summary>As <see cref="LoadRows8(ReadOnlySpan{double[]}, int, int, int, int)"/> for the lanes of a mask; the others get zero.</summary>
    public static Vector512<double> LoadRows8(ReadOnlySpan<double[]> rows, int row, int rowStride, int column, int columnStride, Vector512<double> mask)
    {
        Vector512<double> result = default;
        for (ulong lanes = Vector512.ExtractMostSignificantBits(mask); lanes != 0; lanes &= lanes - 1)
        {
            int lane = BitOperations.TrailingZeroCount(lanes);
            result = result.WithElement(lane, rows[row + (lane * rowStride)][column + (lane * columnStride)]);
        }
        return result;
    }

    /// <summary>Lane <c>l</c> reads <c>matrix[row + l * rowStride, column + l * columnStride]</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> LoadRows8(double[,] matrix, int row, int rowStride, int column, int columnStride)
    {
        // The first and the last lane bound those between them.
        ref double first = ref matrix[row, column];
        _ = matrix[row + (7 * rowStride), column + (7 * columnStride)];
        nint step = ((nint)rowStride * matrix.GetLength(1)) + columnStride;
        return step == 1 ? Vector512.LoadUnsafe(ref first) : Vector512.Create(
            first,
            Unsafe.Add(ref first, step),
            Unsafe.Add(ref first, 2 * step),
            Unsafe.Add(ref first, 3 * step),
            Unsafe.Add(ref first, 4 * step),
            Unsafe.Add(ref first, 5 * step),
            Unsafe.Add(ref first, 6 * step),
            Unsafe.Add(ref first, 7 * step));
    }

    /// <summary>As <see cref="LoadRows8(double[,], int, int, int, int)"/> for the lanes of a mask; the others get zero.</summary>
    public static Vector512<double> LoadRows8(double[,] matrix, int row, int rowStride, int column, int columnStride, Vector512<double> mask)
    {
        Vector512<double> result = default;
        for (ulong lanes = Vector512.ExtractMostSignificantBits(mask); lanes != 0; lanes &= lanes - 1)
        {
            int lane = BitOperations.TrailingZeroCount(lanes);
            result = result.WithElement(lane, matrix[row + (lane * rowStride), column + (lane * columnStride)]);
        }
        return result;
    }
}
