// Indirect reads, the same element twice.
// point: x: [1.0, 2.0, 3.0], index: [2, 2, 0, 1]
using System;
using DiffGen;

namespace Cases.Buffers;

public static partial class Gather
{
    [Differentiable]
    public static double F(double[] x, int[] index)
    {
        double s = 1;
        foreach (int i in index)
            s = (s * 0.5) + (x[i] * x[i] * s);
        return s;
    }
}
