// foreach over an array: the element is a copy.
// point: a: [0.5, -1.5, 2]
using System;
using DiffGen;

namespace Cases.Control;

public static partial class ForeachArray
{
    [Differentiable]
    public static double F(double[] a)
    {
        double s = 1;
        foreach (double e in a)
            s = (s * 0.5) + (e * e * s);
        return s;
    }
}
