// A call whose result is discarded but whose effect on a buffer counts, and one that has no effect at all.
// point: a: [1.5, 0.5]
using System;
using DiffGen;

namespace Cases.Calls;

public static partial class ResultUnused
{
    [Differentiable]
    public static double F(double[] a)
    {
        Shift(a);
        _ = Shift(a);
        return a[0] * a[1];
    }

    [Differentiable]
    private static double Shift(double[] a)
    {
        a[0] *= a[1];
        return a[0] * 2;
    }
}
