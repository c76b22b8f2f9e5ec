// One buffer for two parameters that are only read.
// point: x: [1.0, 2.0, 3.0]
// value: 14
// gradient: 2 4 6
using System;
using DiffGen;

namespace Cases.Calls;

public static partial class SameBufferTwice
{
    [Differentiable]
    public static double F(double[] x) => Dot(x, x);

    [Differentiable]
    private static double Dot(double[] a, double[] b)
    {
        double s = 0;
        for (int i = 0; i < a.Length; i++)
            s += a[i] * b[i];
        return s;
    }
}
