// Loop variables of other integer types, and indices of type long and uint.
// point: a: [1.5, 2.5, 3.5]
using System;
using DiffGen;

namespace Cases.Hostile;

public static partial class UnsignedAndLong
{
    [Differentiable]
    public static double F(double[] a)
    {
        double s = 0;
        for (long i = 0; i < a.LongLength; i++)
            s += a[i] * i;
        for (uint i = 3; i-- > 0;)
            s *= 1 + (0.1 * a[i]);
        for (byte b = 0; b < 3; b++)
            s += a[b];
        return s;
    }
}
