// foreach over a span is the same loop.
// point: x: [1.0, -2.0, 0.5]
// fused: 1
// tape: none
using System;
using DiffGen;

namespace Cases.Fusion;

public static partial class Foreach
{
    [Differentiable]
    public static double F(ReadOnlySpan<double> x)
    {
        double s = 0;
        foreach (double v in x)
            s += Math.Sin(v) * Math.Cos(2 * v);
        return s;
    }
}
