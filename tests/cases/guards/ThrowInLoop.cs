// A guard inside a loop, after some iterations have run.
// point: a: [1.0, 2.0, 3.0]
// point: a: [1.0, 2.0, -3.0]
// throws: InvalidOperationException
using System;
using DiffGen;

namespace Cases.Guards;

public static partial class ThrowInLoop
{
    [Differentiable]
    public static double F(double[] a)
    {
        double s = 1;
        for (int i = 0; i < a.Length; i++)
        {
            if (a[i] < 0)
                throw new InvalidOperationException($"element {i} is negative");
            s *= a[i];
        }
        return s;
    }
}
