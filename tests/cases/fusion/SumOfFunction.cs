// An iteration with several intermediate values that its own adjoint needs.
// point: x: [1.0, 2.0, -0.5], k: 0.7
// fused: 1
// tape: none
using System;
using DiffGen;

namespace Cases.Fusion;

public static partial class SumOfFunction
{
    [Differentiable]
    public static double F(ReadOnlySpan<double> x, double k)
    {
        double s = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double e = Math.Exp(-k * x[i]);
            double w = e / (1 + e);
            s += w * w * x[i];
        }
        return s;
    }
}
