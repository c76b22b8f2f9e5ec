// An array R has a cotangent of its length.
// point: x: 1.5, n: 4
using System;
using DiffGen;

namespace Cases.Buffers;

public static partial class ReturnedArray
{
    [Differentiable]
    public static double[] F(double x, int n)
    {
        var y = new double[n];
        double p = 1;
        for (int i = 0; i < n; i++)
        {
            y[i] = p + (i > 0 ? y[i - 1] : 0);
            p *= x;
        }
        return y;
    }
}
