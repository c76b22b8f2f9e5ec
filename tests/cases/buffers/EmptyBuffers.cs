// Length zero: nothing runs, nothing is written.
// point: a: new double[0], x: 2
// value: 4
// gradient: 4
using System;
using DiffGen;

namespace Cases.Buffers;

public static partial class EmptyBuffers
{
    [Differentiable]
    public static double F(double[] a, double x)
    {
        double s = x * x;
        for (int i = 0; i < a.Length; i++)
            s += a[i];
        return s;
    }
}
