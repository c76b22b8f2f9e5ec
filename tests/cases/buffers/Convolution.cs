// A stencil of three points from one buffer to another, then back.
// point: a: [1.0, -0.5, 2.0, 0.25, 1.5]
using System;
using DiffGen;

namespace Cases.Buffers;

public static partial class Convolution
{
    [Differentiable]
    public static double F(double[] a)
    {
        int n = a.Length;
        var b = new double[n];
        for (int t = 0; t < 2; t++)
        {
            for (int i = 1; i < n - 1; i++)
                b[i] = (0.25 * a[i - 1]) + (0.5 * a[i] * a[i]) + (0.25 * a[i + 1]);
            for (int i = 1; i < n - 1; i++)
                a[i] = b[i];
        }
        double s = 0;
        for (int i = 0; i < n; i++)
            s += a[i] * i;
        return s;
    }
}
