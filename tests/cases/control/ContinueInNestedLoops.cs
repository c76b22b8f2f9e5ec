// continue in the inner and in the outer loop, each before state changes.
// point: a: [1.0, -2.0, 3.0, 0.5]
using System;
using DiffGen;

namespace Cases.Control;

public static partial class ContinueInNestedLoops
{
    [Differentiable]
    public static double F(double[] a)
    {
        double s = 0;
        for (int i = 0; i < a.Length; i++)
        {
            if (a[i] < 0)
                continue;
            for (int j = 0; j < a.Length; j++)
            {
                if (j == i)
                    continue;
                s += a[i] * a[j] * s * 0.1 + a[i];
            }
        }
        return s;
    }
}
