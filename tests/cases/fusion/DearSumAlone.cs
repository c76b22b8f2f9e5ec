// The adjoint of the sum is known from the start: the loop runs once, however dear it is, and nothing is kept.
// point: x: [1.0, 2.0, -0.5]
// fused: 1
// tape: none
using System;
using DiffGen;

namespace Cases.Fusion;

public static partial class DearSumAlone
{
    [Differentiable]
    public static double F(ReadOnlySpan<double> x)
    {
        double s = 0;
        for (int i = 0; i < x.Length; i++)
            s += Math.Cosh(x[i]) * x[i];
        return 3 * s;
    }
}
