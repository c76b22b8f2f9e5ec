// Problem 22 with eight variables: slices of a span handed to a helper.
// point: x: [3, -1, 0, 1, 3, -1, 0, 1]
// value: 430.0
// gradient: 306.0 -144.0 -2.0 -310.0 306.0 -144.0 -2.0 -310.0
// The numbers are reference values in 17 digits for MGH #22 n=8.
using System;
using DiffGen;

namespace Cases.Reference;

public static partial class ExtendedPowell
{
    [Differentiable]
    public static double F(ReadOnlySpan<double> x)
    {
        double s = 0;
        for (int i = 0; i < x.Length; i += 4)
            s += Block(x.Slice(i, 4));
        return s;
    }

    [Differentiable]
    private static double Block(ReadOnlySpan<double> x)
    {
        double a = x[0] + (10 * x[1]), b = x[2] - x[3], c = x[1] - (2 * x[2]), d = x[0] - x[3];
        return (a * a) + (5 * b * b) + (c * c * c * c) + (10 * d * d * d * d);
    }
}
