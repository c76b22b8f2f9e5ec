// The left side of a compound assignment has a side effect that must happen once.
// point: a: [1.5, 2.5, 3.5]
using System;
using DiffGen;

namespace Cases.Hostile;

public static partial class CompoundOnCallResult
{
    [Differentiable]
    public static double F(double[] a)
    {
        int n = 0;
        a[n++] += a[n++] * a[n];
        a[--n] *= n;
        return a[0] * a[1] * (n + 1);
    }
}
