// A stack buffer that is only partly written: the rest is zero, and has no derivative.
// point: x: 1.3
// value: 1.69
// gradient: 2.6
using System;
using DiffGen;

namespace Cases.Buffers;

public static partial class StackallocStartsAtZero
{
    [Differentiable]
    public static double F(double x)
    {
        Span<double> a = stackalloc double[3];
        a[1] = x;
        double s = 0;
        for (int i = 0; i < 3; i++)
            s += a[i] * a[i];
        return s;
    }
}
