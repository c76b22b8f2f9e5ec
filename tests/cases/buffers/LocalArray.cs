// A local array filled and read in separate loops.
// point: x: 1.3, n: 6
using System;
using DiffGen;

namespace Cases.Buffers;

public static partial class LocalArray
{
    [Differentiable]
    public static double F(double x, int n)
    {
        double[] powers = new double[n];
        powers[0] = 1;
        for (int i = 1; i < n; i++)
            powers[i] = powers[i - 1] * x;
        double s = 0;
        for (int i = 0; i < n; i++)
            s += powers[i] / (i + 1);
        return s;
    }
}
