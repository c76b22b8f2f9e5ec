// AsSpan with a range sees the array itself: what is written through it is written to the array.
// point: x: [1.0, 2.0, 3.0, 4.0]
// value: 24
// gradient: 0, 9, 4, 0
using System;
using DiffGen;

namespace Cases.Buffers;

public static partial class RangeAsSpan
{
    [Differentiable]
    private static void Shift(ReadOnlySpan<double> from, Span<double> to)
    {
        for (int i = 0; i < to.Length; i++)
            to[i] = from[i] * 2;
    }

    [Differentiable]
    public static double F(double[] x)
    {
        double[] y = new double[4];
        Shift(x.AsSpan(1..3), y.AsSpan(..2));
        Shift(y.AsSpan(..1), y.AsSpan(2..3));
        x.AsSpan(^1..)[0] = 1;
        return y[0] + y[1] + (y[2] * x[3]) + (x[1] * 0) + (x[2] * x[1]);
    }
}
