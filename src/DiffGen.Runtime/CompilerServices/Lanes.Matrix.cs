using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DiffGen.CompilerServices;

/// <remarks>From lanes into a row-major matrix. Lanes beyond its edge hold nothing and are left out.</remarks>
public static partial class Lanes
{
    /// <summary>Lane <c>l</c> goes to column <paramref name="first"/> + l of a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreRow<TLane, TNumber>(TLane lanes, Span<TNumber> matrix, int row, int columns, int first)
        where TLane : struct
        where TNumber : struct
    {
        Span<TNumber> rest = matrix.Slice(row * columns + first, Math.Min(columns - first, Width<TLane>()));
        if (IsSingle<TLane>() == IsSingle<TNumber>() && rest.Length == Width<TLane>())
        {
            Unsafe.WriteUnaligned(ref Unsafe.As<TNumber, byte>(ref MemoryMarshal.GetReference(rest)), lanes);
            return;
        }
        for (int lane = 0; lane < rest.Length; lane++)
            rest[lane] = Get<TLane, TNumber>(ref lanes, lane);
    }

    /// <summary>Each element goes to a row of its own.</summary>
    public static void StoreRows<TLane, TNumber>(ReadOnlySpan<TLane> elements, Span<TNumber> matrix, int row, int columns, int first)
        where TLane : struct
        where TNumber : struct
    {
        for (int i = 0; i < elements.Length; i++)
            StoreRow(elements[i], matrix, row + i, columns, first);
    }

    /// <summary>Each element goes to a row of its own.</summary>
    public static void StoreRows<TLane, TNumber>(TLane[,]? elements, Span<TNumber> matrix, int row, int columns, int first)
        where TLane : struct
        where TNumber : struct
    {
        if (elements is not null)
            StoreRows((ReadOnlySpan<TLane>)Destination.AsSpan(elements), matrix, row, columns, first);
    }

    /// <summary>Each element goes to a row of its own.</summary>
    public static void StoreRows<TLane, TNumber>(TLane[]?[]? elements, Span<TNumber> matrix, int row, int columns, int first)
        where TLane : struct
        where TNumber : struct
    {
        foreach (TLane[]? part in elements ?? [])
        {
            StoreRows((ReadOnlySpan<TLane>)part, matrix, row, columns, first);
            row += part?.Length ?? 0;
        }
    }

    /// <summary>Lane <c>l</c> goes to row <paramref name="first"/> + l of a column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreColumn<TLane, TNumber>(TLane lanes, Span<TNumber> matrix, int column, int columns, int rows, int first)
        where TLane : struct
        where TNumber : struct
    {
        int count = Math.Min(rows - first, Width<TLane>());
        for (int lane = 0; lane < count; lane++)
            matrix[(first + lane) * columns + column] = Get<TLane, TNumber>(ref lanes, lane);
    }

    /// <summary>Each element goes to a column of its own.</summary>
    public static void StoreColumns<TLane, TNumber>(ReadOnlySpan<TLane> elements, Span<TNumber> matrix, int column, int columns, int rows, int first)
        where TLane : struct
        where TNumber : struct
    {
        int count = Math.Min(rows - first, Width<TLane>());
        if (typeof(TLane) == typeof(Vector128<double>) && typeof(TNumber) == typeof(double) && count == 2)
        {
            Transpose(MemoryMarshal.Cast<TLane, Vector128<double>>(elements), MemoryMarshal.Cast<TNumber, double>(matrix)[(first * columns + column)..], columns);
            return;
        }
        for (int lane = 0; lane < count; lane++)
        {
            Span<TNumber> part = matrix.Slice((first + lane) * columns + column, elements.Length);
            for (int i = 0; i < part.Length; i++)
                part[i] = Get<TLane, TNumber>(ref Unsafe.AsRef(in elements[i]), lane);
        }
    }

    // Two rows, the second one a row's length behind the first: two columns at a time.
    private static void Transpose(ReadOnlySpan<Vector128<double>> elements, Span<double> matrix, int columns)
    {
        Span<double> upper = matrix[..elements.Length], lower = matrix.Slice(columns, elements.Length);
        int i = 0;
        for (; i + 1 < elements.Length; i += 2)
        {
            Vector128<double> left = elements[i], right = elements[i + 1];
            Vector128.Create(left.GetElement(0), right.GetElement(0)).CopyTo(upper[i..]);
            Vector128.Create(left.GetElement(1), right.GetElement(1)).CopyTo(lower[i..]);
        }
        if (i < elements.Length)
            (upper[i], lower[i]) = (elements[i].GetElement(0), elements[i].GetElement(1));
    }

    /// <summary>Each element goes to a column of its own.</summary>
    public static void StoreColumns<TLane, TNumber>(TLane[,] elements, Span<TNumber> matrix, int column, int columns, int rows, int first)
        where TLane : struct
        where TNumber : struct
        => StoreColumns((ReadOnlySpan<TLane>)Destination.AsSpan(elements), matrix, column, columns, rows, first);

    /// <summary>Each element goes to a column of its own.</summary>
    public static void StoreColumns<TLane, TNumber>(TLane[]?[] elements, Span<TNumber> matrix, int column, int columns, int rows, int first)
        where TLane : struct
        where TNumber : struct
    {
        foreach (TLane[]? part in elements)
        {
            StoreColumns((ReadOnlySpan<TLane>)part, matrix, column, columns, rows, first);
            column += part?.Length ?? 0;
        }
    }
}
