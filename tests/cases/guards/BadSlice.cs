// A slice that does not fit.
// point: a: [1.0, 2.0, 3.0], k: 1
// point: a: [1.0, 2.0, 3.0], k: 4
// throws: ArgumentOutOfRangeException
using System;
using DiffGen;

namespace Cases.Guards;

public static partial class BadSlice
{
    [Differentiable]
    public static double F(ReadOnlySpan<double> a, int k)
    {
        double s = 0;
        foreach (double e in a.Slice(k))
            s += e * e;
        return s;
    }
}
