// An index out of range throws where the primal throws.
// point: a: [1.0, 2.0, 3.0], n: 3
// point: a: [1.0, 2.0, 3.0], n: 4
// throws: IndexOutOfRangeException
using System;
using DiffGen;

namespace Cases.Guards;

public static partial class OutOfRange
{
    [Differentiable]
    public static double F(double[] a, int n)
    {
        double s = 0;
        for (int i = 0; i < n; i++)
            s += a[i] * a[i];
        return s;
    }
}
