// Scatter: several elements are added to one bin.
// point: x: [1.0, 2.0, 3.0, 4.0], index: [0, 2, 0, 2], h: [0.5, 0.5, 0.5]
using System;
using DiffGen;

namespace Cases.Buffers;

public static partial class Histogram
{
    [Differentiable]
    public static double F(double[] x, int[] index, double[] h)
    {
        for (int i = 0; i < x.Length; i++)
            h[index[i]] += x[i] * x[i];
        return (h[0] * h[1]) + (h[2] * h[2]);
    }
}
