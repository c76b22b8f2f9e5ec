// Two elements exchanged through a temporary, under a condition.
// point: a: [1.5, 2.5]
// point: a: [2.5, 1.5]
using System;
using DiffGen;

namespace Cases.Buffers;

public static partial class SwapElements
{
    [Differentiable]
    public static void F(double[] a)
    {
        if (a[0] < a[1])
        {
            double t = a[0];
            a[0] = a[1] * 2;
            a[1] = t * a[0];
        }
    }
}
