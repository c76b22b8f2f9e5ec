// The loop ends where the running sum says so: s is carried into the condition, not into the sum.
// point: x: [1.0, 0.5, 0.25, 2.0]
using System;
using DiffGen;

namespace Cases.Fusion;

public static partial class MustNotFuseBreak
{
    [Differentiable]
    public static double F(ReadOnlySpan<double> x)
    {
        double s = 0;
        for (int i = 0; i < x.Length; i++)
        {
            s += x[i] * x[i];
            if (s > 1.2)
                break;
        }
        return s;
    }
}
