// Slices of one span as arguments: disjoint parts read and written.
// point: x: [1.0, 2.0, 3.0, 4.0]
using System;
using DiffGen;

namespace Cases.Calls;

public static partial class SliceArguments
{
    [Differentiable]
    public static double F(Span<double> x)
    {
        Scale(x[..2], x[2]);
        Scale(x[2..], x[0]);
        return x[0] + (x[1] * x[2]) + x[3];
    }

    [Differentiable]
    private static void Scale(Span<double> v, double s)
    {
        for (int i = 0; i < v.Length; i++)
            v[i] *= s;
    }
}
