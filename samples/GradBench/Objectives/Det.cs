using System;
using DiffGen;

namespace GradBench.Objectives;

/// <summary>The determinant, by expansion by minors: recursion over a linked list of the columns that are left.</summary>
public static partial class Det
{
    /// <summary>The determinant of a square matrix.</summary>
    /// <param name="a">The matrix, row after row.</param>
    /// <param name="ell">Number of rows.</param>
    [Differentiable(Derivatives.Gradient)]
    [Differentiable(Derivatives.Gradient, Name = "DeterminantFast", FloatingPoint = FloatingPoint.Fast)]
    public static double Determinant(ReadOnlySpan<double> a, int ell)
    {
        Span<int> next = new int[ell + 1];
        for (int i = 0; i <= ell; i++)
            next[i] = i + 1;
        return Minor(a, ell, 0, next);
    }

    // Column c is entry c + 1 of the list; entry 0 points at the first column left, and the last entry past the end.
    [Differentiable]
    private static double Minor(ReadOnlySpan<double> a, int ell, int row, Span<int> next)
    {
        if (row == ell - 1)
            return a[(row * ell) + next[0] - 1];
        double sum = 0;
        double sign = 1;
        int before = 0;
        int column = next[0];
        while (column <= ell)
        {
            next[before] = next[column];
            sum += sign * a[(row * ell) + column - 1] * Minor(a, ell, row + 1, next);
            next[before] = column;
            sign = -sign;
            before = column;
            column = next[column];
        }
        return sum;
    }
}
