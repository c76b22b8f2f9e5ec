// T[,]: a product with a vector, row by row.
// point: a: new double[,] { { 1, 2 }, { 3, 4 }, { 5, 6 } }, x: [0.5, -1.5]
using System;
using DiffGen;

namespace Cases.Buffers;

public static partial class Matrix
{
    [Differentiable]
    public static double[] F(double[,] a, double[] x)
    {
        var y = new double[a.GetLength(0)];
        for (int i = 0; i < a.GetLength(0); i++)
        {
            for (int j = 0; j < a.GetLength(1); j++)
                y[i] += a[i, j] * x[j];
        }
        return y;
    }
}
