// A range of an array is a copy: writing it leaves the source alone.
// point: a: [1.0, 2.0, 3.0]
using System;
using DiffGen;

namespace Cases.Buffers;

public static partial class RangeOfArrayCopies
{
    [Differentiable]
    public static double F(double[] a)
    {
        double[] copy = a[1..];
        copy[0] = copy[0] * a[0];
        return copy[0] + (a[1] * copy[1]);
    }
}
