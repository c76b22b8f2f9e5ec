// A determinant by elimination with pivoting in a two-dimensional array, elements swapped one by one.
// point: a: new double[,] { {0.1, 2, -1}, {3, -0.5, 0.7}, {1, 1, 4} }
// value: -26.37
// gradient: -2.7, -11.3, 3.5, -9.0, 1.4, 1.9, 0.9, -3.07, -6.05
// within: 1e-10
using System;
using DiffGen;

namespace Cases.Library;

public static partial class LuDeterminant
{
    [Differentiable]
    public static double F(double[,] a)
    {
        if (a.GetLength(0) != a.GetLength(1))
            throw new ArgumentException("The matrix is not square.", nameof(a));
        double[,] m = (double[,])a.Clone();
        int n = m.GetLength(0);
        double determinant = 1;
        for (int k = 0; k < n; k++)
        {
            int p = k;
            for (int i = k + 1; i < n; i++)
                p = Math.Abs(m[i, k]) > Math.Abs(m[p, k]) ? i : p;
            if (p != k)
            {
                for (int j = 0; j < n; j++)
                    Swap(ref m[p, j], ref m[k, j]);
                determinant = -determinant;
            }
            if (m[k, k] == 0)
                return 0;
            determinant *= m[k, k];
            for (int i = k + 1; i < n; i++)
            {
                double f = m[i, k] / m[k, k];
                for (int j = k; j < n; j++)
                    m[i, j] -= f * m[k, j];
            }
        }
        return determinant;
    }

    [Differentiable]
    private static void Swap(ref double a, ref double b) => (a, b) = (b, a);
}
