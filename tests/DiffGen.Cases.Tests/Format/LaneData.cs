using System;
using System.Linq;

namespace DiffGen.Cases.Tests.Format;

/// <summary>Arguments of any length for loops that may run in lanes: the same numbers in every run, and no two neighbours alike.</summary>
public static class LaneData
{
    private static readonly double[] s_special =
    [
        0.0, -0.0, 1, -1, double.PositiveInfinity, double.NegativeInfinity, double.NaN, double.Epsilon, -double.Epsilon,
        double.MaxValue, -double.MaxValue, 2.2250738585072014e-308, 0.5, -2, 3, 709.9, -745.2, 1e-9,
    ];

    /// <summary>Positive numbers around 1.</summary>
    public static double[] Numbers(int count, int seed = 1) => [.. Enumerable.Range(0, Math.Max(count, 0)).Select(i => 0.3 + (1.4 * Fraction(i, seed)))];

    /// <summary>Numbers of both signs, none of them near zero.</summary>
    public static double[] Signed(int count, int seed = 1) =>
        [.. Enumerable.Range(0, Math.Max(count, 0)).Select(i => (0.1 + (1.2 * Fraction(i, seed))) * (Fraction(i, seed + 100) < 0.45 ? -1 : 1))];

    /// <summary>The same in single precision.</summary>
    public static float[] Singles(int count, int seed = 1) => [.. Signed(count, seed).Select(x => (float)x)];

    /// <summary>Zeros of both signs, NaN, infinities, the smallest and the largest numbers, in an order that repeats late.</summary>
    public static double[] Special(int count, int seed = 1) => [.. Enumerable.Range(0, count).Select(i => s_special[(i * seed + i / s_special.Length) % s_special.Length])];

    /// <summary>Zeros of both signs.</summary>
    public static double[] Zeros(int count) => [.. Enumerable.Range(0, count).Select(i => Fraction(i, 7) < 0.5 ? 0.0 : -0.0)];

    public static double[,] Matrix(int rows, int columns)
    {
        double[] numbers = Signed(rows * columns);
        var matrix = new double[rows, columns];
        for (int i = 0; i < numbers.Length; i++)
            matrix[i / columns, i % columns] = numbers[i];
        return matrix;
    }

    /// <summary>Rows of their own, all of one length.</summary>
    public static double[][] Rows(int rows, int columns) => [.. Enumerable.Range(0, Math.Max(rows, 0)).Select(i => Signed(columns, i + 1))];

    /// <summary>Rows most of which are as long as the first, some of them one and the same array, and some longer from the middle on.</summary>
    public static double[][] UnevenRows(int rows, int columns)
    {
        double[][] result = Rows(rows, columns);
        for (int i = 0; i < rows; i++)
        {
            if (Fraction(i, 3) < 0.3)
                result[i] = result[0];
            else if (i > rows / 2 && Fraction(i, 4) < 0.3)
                result[i] = Signed(columns + 1 + (i % 3), i);
        }
        return result;
    }

    /// <summary>Places in an array of so many elements, some of them more than once.</summary>
    public static int[] Places(int count) => [.. Enumerable.Range(0, count).Select(i => (int)(Fraction(i, 5) * count))];

    private static double Fraction(int index, int seed)
    {
        ulong state = ((ulong)index * 0x9E3779B97F4A7C15) + ((ulong)seed * 0xD1B54A32D192ED03) + 1;
        state = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        state = (state ^ (state >> 27)) * 0x94D049BB133111EB;
        return ((state ^ (state >> 31)) >> 11) * (1.0 / (1UL << 53));
    }
}
