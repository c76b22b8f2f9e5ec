// sqrt(sum): the sum must be known before the adjoint, so one primal pass and then the fused one.
// snapshot: the generated file
// point: x: [1.0, 2.0, -0.5]
// fused: 1
// tape: none
using System;
using DiffGen;

namespace Cases.Fusion;

public static partial class Tail
{
    [Differentiable]
    public static double F(ReadOnlySpan<double> x)
    {
        double s = 0;
        for (int i = 0; i < x.Length; i++)
            s += (x[i] * x[i]) + (0.5 * x[i] * x[i] * x[i] * x[i]);
        return Math.Sqrt(s);
    }
}
