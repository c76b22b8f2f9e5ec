// Gaussian elimination in place on T[,], without pivoting; the determinant is the product of the diagonal.
// point: a: new double[,] { { 4, 1, 0.5 }, { 1, 3, -1 }, { 0.25, -1, 5 } }
using System;
using DiffGen;

namespace Cases.Buffers;

public static partial class MatrixInPlace
{
    [Differentiable]
    public static double F(double[,] a)
    {
        int n = a.GetLength(0);
        double det = 1;
        for (int k = 0; k < n; k++)
        {
            det *= a[k, k];
            for (int i = k + 1; i < n; i++)
            {
                double f = a[i, k] / a[k, k];
                for (int j = k; j < n; j++)
                    a[i, j] -= f * a[k, j];
            }
        }
        return det;
    }
}
