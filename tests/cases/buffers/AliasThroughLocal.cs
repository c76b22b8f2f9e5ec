// Two names of one array.
// point: a: [1.5, 2.5]
using System;
using DiffGen;

namespace Cases.Buffers;

public static partial class AliasThroughLocal
{
    [Differentiable]
    public static double F(double[] a)
    {
        double[] b = a;
        b[0] = b[0] * a[1];
        a[1] = b[0] + a[1];
        return a[0] * b[1];
    }
}
