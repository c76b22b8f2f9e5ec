// The input is overwritten again and again: its direction goes along in a copy, and the caller's stays as it is.
// point: x: [0.4, -0.7, 1.1, 0.2], w: [0.5, 1.5]
// point: x: [1, 1, 1, 1, 1], w: [-0.2, 0.3]
using System;
using DiffGen;

namespace Cases.Second;

public static partial class WrittenInput
{
    [Differentiable(Derivatives.Default | Derivatives.Hvp)]
    public static double F(double[] x, ReadOnlySpan<double> w)
    {
        for (int k = 0; k < w.Length; k++)
        {
            for (int i = 1; i < x.Length; i++)
                x[i] = Math.Sin(x[i - 1] * w[k]) + (x[i] * x[i]);
        }
        return x[^1] * x[0];
    }
}
