// An early return between the loop and the tail.
// point: x: [1.0, 0.5, 0.25]
// point: x: [3.0, 0.5, 0.25]
using System;
using DiffGen;

namespace Cases.Fusion;

public static partial class EarlyReturnAfterSum
{
    [Differentiable]
    public static double F(ReadOnlySpan<double> x)
    {
        double s = 0;
        for (int i = 0; i < x.Length; i++)
            s += x[i] * x[i];
        if (s > 5)
            return 1 / s;
        return Math.Sqrt(s);
    }
}
