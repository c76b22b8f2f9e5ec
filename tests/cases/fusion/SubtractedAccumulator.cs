// acc -= f(i), and an accumulator that starts at an active value.
// point: x: [1.0, 2.0, -0.5], start: 3
// fused: 1
// tape: none
using System;
using DiffGen;

namespace Cases.Fusion;

public static partial class SubtractedAccumulator
{
    [Differentiable]
    public static double F(ReadOnlySpan<double> x, double start)
    {
        double s = start;
        for (int i = 0; i < x.Length; i++)
            s -= Math.Exp(x[i]) * start;
        return s;
    }
}
