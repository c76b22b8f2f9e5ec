// NaN is stored in an element that nobody reads.
// point: x: 1.2
// value: 1.44
// gradient: 2.4
using System;
using DiffGen;

namespace Cases.Hostile;

public static partial class DeadNaNInBuffer
{
    [Differentiable]
    public static double F(double x)
    {
        double[] a = [Math.Log(-x), x * x];
        return a[1];
    }
}
