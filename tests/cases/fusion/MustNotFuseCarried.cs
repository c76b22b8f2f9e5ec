// s enters its own increment: the adjoint differs from iteration to iteration.
// point: x: [1.0, 0.5, -0.25]
// fused: 0
using System;
using DiffGen;

namespace Cases.Fusion;

public static partial class MustNotFuseCarried
{
    [Differentiable]
    public static double F(ReadOnlySpan<double> x)
    {
        double s = 1;
        for (int i = 0; i < x.Length; i++)
            s += Math.Sin(s * x[i]);
        return s;
    }
}
