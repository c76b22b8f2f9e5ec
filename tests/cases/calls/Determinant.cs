// Expansion by minors: recursion over an array of column indices.
// point: a: [2, 1, 0, 1, 3, 1, 0, 1, 4]
// value: 18.0
// gradient: 11.0 -4.0 1.0 -4.0 8.0 -2.0 1.0 -2.0 5.0
// The numbers are reference values in 17 digits for GradBench evals/det (expansion by minors).
using System;
using DiffGen;

namespace Cases.Calls;

public static partial class Determinant
{
    [Differentiable]
    public static double F(double[] a)
    {
        int n = (int)Math.Sqrt(a.Length);
        var columns = new int[n];
        for (int i = 0; i < n; i++)
            columns[i] = i;
        return Minor(a, n, 0, columns);
    }

    [Differentiable]
    private static double Minor(double[] a, int n, int row, int[] columns)
    {
        if (row == n)
            return 1;
        double det = 0, sign = 1;
        for (int c = 0; c < columns.Length; c++)
        {
            var rest = new int[columns.Length - 1];
            for (int k = 0; k < rest.Length; k++)
                rest[k] = columns[k < c ? k : k + 1];
            det += sign * a[(row * n) + columns[c]] * Minor(a, n, row + 1, rest);
            sign = -sign;
        }
        return det;
    }
}
