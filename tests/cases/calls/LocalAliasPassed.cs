// The same array reaches a callee under two names, both only read.
// point: a: [1.5, 2.5]
using System;
using DiffGen;

namespace Cases.Calls;

public static partial class LocalAliasPassed
{
    [Differentiable]
    public static double F(double[] a)
    {
        double[] b = a;
        return Mix(a, b) + Mix(b, a);
    }

    [Differentiable]
    private static double Mix(double[] a, double[] b) => a[0] * b[1] * b[0];
}
