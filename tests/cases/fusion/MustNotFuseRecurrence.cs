// The sum is independent, but a second carried value is not.
// point: x: [1.0, 0.5, -0.25]
// fused: 0
using System;
using DiffGen;

namespace Cases.Fusion;

public static partial class MustNotFuseRecurrence
{
    [Differentiable]
    public static double F(ReadOnlySpan<double> x)
    {
        double s = 0, state = 1;
        for (int i = 0; i < x.Length; i++)
        {
            state = Math.Cos(state * x[i]) + x[i];
            s += state * state;
        }
        return s;
    }
}
