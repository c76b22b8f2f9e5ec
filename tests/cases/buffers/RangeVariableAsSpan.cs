// A range in a variable cuts several arrays.
// point: x: [1.0, 2.0, 3.0, 4.0], y: [0.5, -0.5, 1.5, 2.5]
using System;
using DiffGen;

namespace Cases.Buffers;

public static partial class RangeVariableAsSpan
{
    [Differentiable]
    public static double F(double[] x, double[] y)
    {
        double sum = 0;
        for (int i = 0; i < 3; i++)
        {
            Range window = i..^(2 - i);
            Span<double> a = x.AsSpan(window), b = y.AsSpan(window);
            a[0] *= b[^1];
            sum += a[0] * b[0];
        }
        return sum;
    }
}
