// foreach (ref ...) writes the elements.
// point: a: [1.5, 2.5, -1]
using System;
using DiffGen;

namespace Cases.Refs;

public static partial class ForeachRef
{
    [Differentiable]
    public static double F(Span<double> a)
    {
        double s = 0;
        foreach (ref double e in a)
        {
            e = e * e;
            s += e;
        }
        return s * a[1];
    }
}
