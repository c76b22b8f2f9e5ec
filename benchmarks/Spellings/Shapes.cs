using System;
using System.Linq;

namespace DiffGen.Benchmarks.Spellings;

/// <summary>One array in other shapes, and back.</summary>
internal static class Shapes
{
    /// <summary>Rows of equal length.</summary>
    public static double[][] Jagged(double[] flat, int rows)
    {
        int width = flat.Length / rows;
        return [.. Enumerable.Range(0, rows).Select(row => flat.AsSpan(row * width, width).ToArray())];
    }

    /// <summary>A rectangular array.</summary>
    public static double[,] Rectangular(double[] flat, int rows)
    {
        int width = flat.Length / rows;
        var matrix = new double[rows, width];
        for (int i = 0; i < flat.Length; i++)
            matrix[i / width, i % width] = flat[i];
        return matrix;
    }

    /// <summary>An empty array of the same shape.</summary>
    public static double[][] Like(double[][] rows) => [.. rows.Select(row => new double[row.Length])];

    /// <summary>An empty array of the same shape.</summary>
    public static double[,] Like(double[,] matrix) => new double[matrix.GetLength(0), matrix.GetLength(1)];

    /// <summary>Row after row.</summary>
    public static double[] Flat(double[][] rows) => [.. rows.SelectMany(row => row)];

    /// <summary>Row after row.</summary>
    public static double[] Flat(double[,] matrix) => [.. matrix.Cast<double>()];
}
