// The same text twice with a write in between.
// point: a: [1.5, 0.5]
using System;
using DiffGen;

namespace Cases.Hostile;

public static partial class CommonSubexpressions
{
    [Differentiable]
    public static double F(double[] a)
    {
        double p = Math.Exp(a[0] * a[1]);
        a[0] = p;
        double q = Math.Exp(a[0] * a[1]);
        double r = Math.Exp(a[0] * a[1]);
        return (p * q) + r;
    }
}
