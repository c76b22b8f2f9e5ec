// Two arrays read in step.
// point: a: [1.5, -2, 0.5], b: [2, 0.25, 4]
// value: 4.5
// gradient: 2 0.25 4 1.5 -2 0.5
using System;
using DiffGen;

namespace Cases.Buffers;

public static partial class DotProduct
{
    [Differentiable]
    public static double F(double[] a, double[] b)
    {
        double s = 0;
        for (int i = 0; i < a.Length; i++)
            s += a[i] * b[i];
        return s;
    }
}
