// The plainest loop that must fuse: one accumulator, independent iterations.
// point: x: [1.0, 2.0, -0.5]
// fused: 1
// tape: none
using System;
using DiffGen;

namespace Cases.Fusion;

public static partial class SumOfSquares
{
    [Differentiable]
    public static double F(ReadOnlySpan<double> x)
    {
        double s = 0;
        for (int i = 0; i < x.Length; i++)
            s += x[i] * x[i];
        return s;
    }
}
