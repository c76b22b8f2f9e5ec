// Range and Index values in variables.
// point: x: [0.3, -1.2, 0.8, 0.5]
using System;
using DiffGen;

namespace Cases.Statements;

public static partial class RangeAndIndexVariables
{
    [Differentiable]
    public static double F(double[] x)
    {
        Index last = ^1;
        Index second = 1;
        Range middle = 1..^1;
        ReadOnlySpan<double> part = x.AsSpan()[middle];
        double[] copy = x[second..];
        copy[^1] *= x[last];
        double s = 0;
        foreach (double v in part)
            s += v * v;
        return s * x[second] * copy[^1];
    }
}
