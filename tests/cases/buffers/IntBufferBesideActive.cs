// An integer buffer is written while active values are read.
// point: a: [1.5, -2.0, 3.0], count: [0, 0]
using System;
using DiffGen;

namespace Cases.Buffers;

public static partial class IntBufferBesideActive
{
    [Differentiable]
    public static double F(double[] a, int[] count)
    {
        double s = 0;
        for (int i = 0; i < a.Length; i++)
        {
            int k = a[i] > 0 ? 1 : 0;
            count[k]++;
            s += a[i] * count[k];
        }
        return s * s;
    }
}
