// (a, b) = (b, a) on array references, an odd number of times.
// point: x: 1.1, y: 0.6
using System;
using DiffGen;

namespace Cases.Buffers;

public static partial class TupleSwapOfBuffers
{
    [Differentiable]
    public static double F(double x, double y)
    {
        double[] a = [x, y], b = [y * y, x];
        for (int i = 0; i < 3; i++)
        {
            a[0] += b[1] * x;
            (a, b) = (b, a);
        }
        return (a[0] * b[0]) + (a[1] * 2) - b[1];
    }
}
