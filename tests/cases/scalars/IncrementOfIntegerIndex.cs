// a[i--] on the left of an assignment whose right side reads a[i]: the order of evaluation is the language's.
// point: a: [1.5, 2.5, -0.5]
// value: 12.6875
// gradient: 14.5 5.125 18.125
using System;
using DiffGen;

namespace Cases.Scalars;

public static partial class IncrementOfIntegerIndex
{
    [Differentiable]
    public static double F(double[] a)
    {
        int i = 0;
        double s = a[i++] * 2;
        s += a[i++] * a[i];
        a[i--] = s * a[i];
        return s + (a[2] * a[i]);
    }
}
