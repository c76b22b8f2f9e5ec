// One of two buffers is active.
// point: a: [1.5, 2.0], b: [3.0, 4.0]
// value: 12.5
// gradient: 3 4
using System;
using DiffGen;

namespace Cases.Declarations;

public static partial class WrtBuffer
{
    [Differentiable(Wrt = new[] { nameof(a) })]
    public static double F(double[] a, double[] b)
    {
        double s = 0;
        for (int i = 0; i < a.Length; i++)
            s += a[i] * b[i];
        return s;
    }
}
