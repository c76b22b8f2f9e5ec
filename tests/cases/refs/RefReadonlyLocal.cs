// ref readonly locals and ref to a scalar local.
// point: x: 1.5, a: [2.0, 3.0]
using System;
using DiffGen;

namespace Cases.Refs;

public static partial class RefReadonlyLocal
{
    [Differentiable]
    public static double F(double x, double[] a)
    {
        double t = x * x;
        ref double r = ref t;
        r += x;
        ref readonly double first = ref a[0];
        a[0] = a[1] * t;
        return first * t;
    }
}
