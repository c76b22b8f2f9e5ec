// a[i]++ and compound assignment whose index has a side effect.
// point: a: [1.5, 2.5, 3.5]
using System;
using DiffGen;

namespace Cases.Buffers;

public static partial class ElementIncrement
{
    [Differentiable]
    public static double F(double[] a)
    {
        int i = 0;
        a[i]++;
        a[i++] *= a[2];
        a[i++] += a[0]++;
        double s = a[0] * a[1];
        return s + --a[i];
    }
}
