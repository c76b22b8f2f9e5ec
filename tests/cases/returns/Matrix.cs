// A matrix as result: the outer product.
// point: a: [1.5, 2.0], b: [0.5, -1.0, 3.0]
using System;
using DiffGen;

namespace Cases.Returns;

public static partial class Matrix
{
    [Differentiable]
    public static double[,] F(double[] a, double[] b)
    {
        var m = new double[a.Length, b.Length];
        for (int i = 0; i < a.Length; i++)
        {
            for (int j = 0; j < b.Length; j++)
                m[i, j] = a[i] * b[j];
        }
        return m;
    }
}
