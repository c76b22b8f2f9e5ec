// What was returned had been read before: its adjoint has two sources.
// point: a: [1.5, 2.0]
using System;
using DiffGen;

namespace Cases.Buffers;

public static partial class ReturnedArrayIsRead
{
    [Differentiable]
    public static double[] F(double[] a)
    {
        double[] y = [a[0] * a[1], a[0]];
        y[1] = y[0] * y[1];
        return y;
    }
}
