using System;
using System.Collections.Generic;
using System.Linq;

namespace DiffGen.Runtime.Tests.Sparse;

/// <summary>Patterns to try things on, and matrices with recognisable values.</summary>
internal static class Patterns
{
    public static SparsityPattern FromRows(int columns, IReadOnlyList<IEnumerable<int>> rows)
    {
        var pointers = new List<int> { 0 };
        var indices = new List<int>();
        foreach (IEnumerable<int> row in rows)
        {
            indices.AddRange(row.Distinct().Order());
            pointers.Add(indices.Count);
        }
        return new SparsityPattern(rows.Count, columns, pointers.ToArray(), indices.ToArray());
    }

    public static SparsityPattern Random(int rows, int columns, double density, Random random)
        => FromRows(columns, [.. Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, columns).Where(_ => random.NextDouble() < density).ToArray())]);

    public static SparsityPattern RandomSymmetric(int size, double density, Random random)
    {
        var rows = Enumerable.Range(0, size).Select(_ => new SortedSet<int>()).ToArray();
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                if (random.NextDouble() < density)
                    _ = rows[i].Add(j) | rows[j].Add(i);
            }
        }
        return FromRows(size, rows);
    }

    public static SparsityPattern Banded(int size, int halfWidth)
        => FromRows(size, [.. Enumerable.Range(0, size).Select(i => Enumerable.Range(i - halfWidth, 2 * halfWidth + 1).Where(j => j >= 0 && j < size))]);

    /// <summary>A full last row and column, and the diagonal.</summary>
    public static SparsityPattern Arrow(int size)
        => FromRows(size, [.. Enumerable.Range(0, size).Select(i => i == size - 1 ? Enumerable.Range(0, size) : [i, size - 1])]);

    /// <summary>No two entries are equal, but for mirror images where that is wanted.</summary>
    public static double[,] Numbered(SparsityPattern pattern, bool symmetric)
    {
        var matrix = new double[pattern.Rows, pattern.Columns];
        for (int row = 0; row < pattern.Rows; row++)
        {
            foreach (int column in pattern.Row(row))
                matrix[row, column] = symmetric ? 1 + Math.Min(row, column) * pattern.Columns + Math.Max(row, column) : 1 + row * pattern.Columns + column;
        }
        return matrix;
    }
}
