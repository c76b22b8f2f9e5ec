// A ref local that is pointed elsewhere.
// point: a: [1.5, 2.5, -1]
using System;
using DiffGen;

namespace Cases.Refs;

public static partial class RefLocalReassigned
{
    [Differentiable]
    public static double F(double[] a)
    {
        ref double r = ref a[0];
        r *= 2;
        r = ref a[2];
        r = a[0] * r;
        return a[0] + (a[1] * a[2]);
    }
}
