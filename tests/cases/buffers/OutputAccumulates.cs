// The output's old contents do matter.
// point: x: [1.0, 2.0, 3.0], y: [9, 8, 7]
using System;
using DiffGen;

namespace Cases.Buffers;

public static partial class OutputAccumulates
{
    [Differentiable]
    public static double F(ReadOnlySpan<double> x, Span<double> y)
    {
        double s = 0;
        for (int i = 0; i < x.Length; i++)
        {
            y[i] += x[i] * y[i];
            s += y[i];
        }
        return s * x[0];
    }
}
