using System;
using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace DiffGen.CompilerServices;

/// <summary>
/// Finds arrays that two jagged arrays share, by identity. Short ones are compared pairwise; long ones through an open hash
/// table of row numbers, so that the time stays linear. Empty rows have no memory to share and do not count.
/// </summary>
internal static class RowSet
{
    private const int PairwiseLimit = 256;

    public static bool HaveCommonRow<TLeft, TRight>(TLeft[]?[] left, TRight[]?[] right)
    {
        if ((long)left.Length * right.Length <= PairwiseLimit)
            return HaveCommonRowPairwise(left, right);

        int[] table = RentTable(left.Length, out int mask);
        try
        {
            for (int i = 0; i < left.Length; i++)
                TryAdd(table, mask, left, i);
            foreach (TRight[]? row in right)
            {
                if (row is { Length: > 0 } && Contains(table, mask, left, row))
                    return true;
            }
            return false;
        }
        finally
        {
            ArrayPool<int>.Shared.Return(table);
        }
    }

    public static bool HasRepeatedRow<T>(T[]?[] rows)
    {
        if ((long)rows.Length * rows.Length <= PairwiseLimit)
            return HasRepeatedRowPairwise(rows);

        int[] table = RentTable(rows.Length, out int mask);
        try
        {
            for (int i = 0; i < rows.Length; i++)
            {
                if (!TryAdd(table, mask, rows, i))
                    return true;
            }
            return false;
        }
        finally
        {
            ArrayPool<int>.Shared.Return(table);
        }
    }

    private static bool HaveCommonRowPairwise<TLeft, TRight>(TLeft[]?[] left, TRight[]?[] right)
    {
        foreach (TLeft[]? row in left)
        {
            foreach (TRight[]? other in right)
            {
                if (row is { Length: > 0 } && ReferenceEquals(row, other))
                    return true;
            }
        }
        return false;
    }

    private static bool HasRepeatedRowPairwise<T>(T[]?[] rows)
    {
        for (int i = 1; i < rows.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (rows[i] is { Length: > 0 } && ReferenceEquals(rows[i], rows[j]))
                    return true;
            }
        }
        return false;
    }

    private static int[] RentTable(int count, out int mask)
    {
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)count * 2);
        mask = size - 1;
        int[] table = ArrayPool<int>.Shared.Rent(size);
        table.AsSpan(0, size).Clear();
        return table;
    }

    /// <summary>Enters row <paramref name="index"/> as index + 1; false where the same array is there already.</summary>
    private static bool TryAdd<T>(int[] table, int mask, T[]?[] rows, int index)
    {
        T[]? row = rows[index];
        if (row is not { Length: > 0 })
            return true;
        int slot = RuntimeHelpers.GetHashCode(row) & mask;
        for (; table[slot] != 0; slot = (slot + 1) & mask)
        {
            if (ReferenceEquals(rows[table[slot] - 1], row))
                return false;
        }
        table[slot] = index + 1;
        return true;
    }

    private static bool Contains<T>(int[] table, int mask, T[]?[] rows, object row)
    {
        for (int slot = RuntimeHelpers.GetHashCode(row) & mask; table[slot] != 0; slot = (slot + 1) & mask)
        {
            if (ReferenceEquals(rows[table[slot] - 1], row))
                return true;
        }
        return false;
    }
}
