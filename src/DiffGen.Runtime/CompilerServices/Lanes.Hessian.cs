using System;
using System.Runtime.CompilerServices;

namespace DiffGen.CompilerServices;

/// <remarks>Matrices of second derivatives, and their diagonals.</remarks>
public static partial class Lanes
{
    /// <summary>Copies the upper triangle of a row-major square matrix to the lower one, so that it is symmetric to the bit.</summary>
    public static void MakeSymmetric<TNumber>(Span<TNumber> matrix, int size)
    {
        for (int row = 1; row < size; row++)
        {
            Span<TNumber> lower = matrix.Slice(row * size, row);
            for (int column = 0; column < lower.Length; column++)
                lower[column] = matrix[column * size + row];
        }
    }

    /// <summary>The lane that belongs to this row of the matrix, where the first lane belongs to column <paramref name="first"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreDiagonal<TLane, TNumber>(TLane lanes, Span<TNumber> diagonal, int row, int first)
        where TLane : struct
        where TNumber : struct
    {
        if ((uint)(row - first) < (uint)Width<TLane>())
            diagonal[row] = Get<TLane, TNumber>(ref lanes, row - first);
    }

    /// <summary>The same for elements that belong to one row each.</summary>
    public static void StoreDiagonal<TLane, TNumber>(ReadOnlySpan<TLane> elements, Span<TNumber> diagonal, int row, int first)
        where TLane : struct
        where TNumber : struct
    {
        int last = (int)Math.Min(elements.Length, (long)first + Width<TLane>() - row);
        for (int i = Math.Max(0, first - row); i < last; i++)
            StoreDiagonal(elements[i], diagonal, row + i, first);
    }

    /// <summary>The same for elements that belong to one row each.</summary>
    public static void StoreDiagonal<TLane, TNumber>(TLane[,] elements, Span<TNumber> diagonal, int row, int first)
        where TLane : struct
        where TNumber : struct
        => StoreDiagonal((ReadOnlySpan<TLane>)Destination.AsSpan(elements), diagonal, row, first);

    /// <summary>The same for elements that belong to one row each.</summary>
    public static void StoreDiagonal<TLane, TNumber>(TLane[]?[] elements, Span<TNumber> diagonal, int row, int first)
        where TLane : struct
        where TNumber : struct
    {
        foreach (TLane[]? part in elements)
        {
            StoreDiagonal((ReadOnlySpan<TLane>)part, diagonal, row, first);
            row += part?.Length ?? 0;
        }
    }

    /// <summary>Copies a part of the numbers, from <paramref name="start"/> on.</summary>
    public static void Distribute<TNumber>(Span<TNumber> numbers, int start, Span<TNumber> destination)
        => numbers.Slice(start, destination.Length).CopyTo(destination);

    /// <summary>The same, rounded to single precision.</summary>
    public static void Distribute(Span<double> numbers, int start, Span<float> destination)
    {
        for (int i = 0; i < destination.Length; i++)
            destination[i] = (float)numbers[start + i];
    }

    /// <summary>Copies a part of the numbers, row after row.</summary>
    public static void Distribute<TNumber>(Span<TNumber> numbers, int start, TNumber[,] destination)
        => Distribute(numbers, start, Destination.AsSpan(destination));

    /// <summary>The same, rounded to single precision.</summary>
    public static void Distribute(Span<double> numbers, int start, float[,] destination)
        => Distribute(numbers, start, Destination.AsSpan(destination));

    /// <summary>Copies a part of the numbers, row after row.</summary>
    public static void Distribute<TNumber>(Span<TNumber> numbers, int start, TNumber[]?[] destination)
    {
        foreach (TNumber[]? row in destination)
        {
            Distribute(numbers, start, row.AsSpan());
            start += row?.Length ?? 0;
        }
    }

    /// <summary>The same, rounded to single precision.</summary>
    public static void Distribute(Span<double> numbers, int start, float[]?[] destination)
    {
        foreach (float[]? row in destination)
        {
            Distribute(numbers, start, row.AsSpan());
            start += row?.Length ?? 0;
        }
    }
}
