// A ref local to an array element: reads and writes through it.
// point: a: [1.5, 2.5, -1]
using System;
using DiffGen;

namespace Cases.Refs;

public static partial class RefLocalToElement
{
    [Differentiable]
    public static double F(double[] a)
    {
        ref double r = ref a[1];
        r = r * a[0];
        a[2] += r;
        r += a[2];
        return a[1] * r;
    }
}
