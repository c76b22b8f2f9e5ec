// A for loop with two variables moving towards each other.
// point: a: [1.0, 2.0, -0.5, 4.0, 0.25]
using System;
using DiffGen;

namespace Cases.Control;

public static partial class TwoIndices
{
    [Differentiable]
    public static double F(double[] a)
    {
        double s = 0;
        for (int i = 0, j = a.Length - 1; i < j; i++, j--)
            s += a[i] * a[j] + (s * 0.1);
        return s;
    }
}
