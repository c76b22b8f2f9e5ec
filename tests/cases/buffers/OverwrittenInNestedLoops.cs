// Values that a product needs are overwritten many times over.
// point: a: [1.1, 0.9, 1.3]
using System;
using DiffGen;

namespace Cases.Buffers;

public static partial class OverwrittenInNestedLoops
{
    [Differentiable]
    public static double F(double[] a)
    {
        double s = 0;
        for (int k = 0; k < 3; k++)
        {
            for (int i = 0; i < a.Length; i++)
            {
                double old = a[i];
                a[i] = (a[(i + 1) % a.Length] * old) - (0.1 * k);
                s += a[i] * old;
            }
        }
        return s;
    }
}
