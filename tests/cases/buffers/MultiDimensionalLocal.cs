// A local T[,] used for dynamic programming.
// point: a: [1.0, 3.0, 2.0], b: [1.2, 2.9]
using System;
using DiffGen;

namespace Cases.Buffers;

public static partial class MultiDimensionalLocal
{
    [Differentiable]
    public static double F(double[] a, double[] b)
    {
        var d = new double[a.Length + 1, b.Length + 1];
        for (int i = 1; i <= a.Length; i++)
        {
            for (int j = 1; j <= b.Length; j++)
            {
                double cost = (a[i - 1] - b[j - 1]) * (a[i - 1] - b[j - 1]);
                d[i, j] = cost + Math.Min(d[i - 1, j] + 0.3, Math.Min(d[i, j - 1] + 0.7, d[i - 1, j - 1] + 0.1));
            }
        }
        return d[a.Length, b.Length];
    }
}
