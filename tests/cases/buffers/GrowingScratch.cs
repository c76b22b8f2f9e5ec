// Scratch memory of growing size inside scratch memory: the workspace goes through pieces of memory that are empty when it comes back.
// point: x: [1.5, -0.5]
using System;
using DiffGen;

namespace Cases.Buffers;

public static partial class GrowingScratch
{
    [Differentiable]
    public static double F(ReadOnlySpan<double> x)
    {
        double s = 0;
        for (int k = 0; k < 2; k++)
        {
            double[] a = new double[1500 + x.Length];
            a[k] = x[0] * x[1];
            for (int j = 1; j <= 3; j++)
            {
                double[] b = new double[2000 * j + x.Length];
                b[j] = a[k] * x[k];
                s += b[j] * b[j];
            }
            s += a[k];
        }
        return s;
    }
}
