// Determinant by expansion by minors: recursion over linked lists of rows and columns kept in integer arrays.
// point: a: CaseData.Flat("det_l5", "input.A"), n: 5
// objective: det_l5 primal
// reference: det_l5 1e-11 gradient
using System;
using DiffGen;

namespace Cases.Objectives;

public static partial class DeterminantMinors
{
    [Differentiable]
    public static double F(ReadOnlySpan<double> a, int n)
    {
        var nextColumn = new int[n + 1];
        for (int i = 0; i <= n; i++)
            nextColumn[i] = i + 1;
        return Minor(a, n, 0, nextColumn);
    }

    // Column c is entry c + 1 of the list; entry 0 points at the first one left.
    [Differentiable]
    private static double Minor(ReadOnlySpan<double> a, int n, int row, int[] nextColumn)
    {
        if (row == n - 1)
            return a[(row * n) + nextColumn[0] - 1];
        double det = 0;
        double sign = 1;
        int before = 0;
        int column = nextColumn[0];
        while (column <= n)
        {
            nextColumn[before] = nextColumn[column];
            det += sign * a[(row * n) + column - 1] * Minor(a, n, row + 1, nextColumn);
            nextColumn[before] = column;
            sign = -sign;
            before = column;
            column = nextColumn[column];
        }
        return det;
    }
}
