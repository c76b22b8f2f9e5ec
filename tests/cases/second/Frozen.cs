// What is frozen has no direction, and its gradient is nowhere computed.
// point: weights: [0.4, -0.3], bias: 0.2, x: [1.5, 2.5], scale: 0.7
using System;
using DiffGen;

namespace Cases.Second;

public static partial class Frozen
{
    [Differentiable(Derivatives.Default | Derivatives.Hvp, Wrt = new[] { nameof(weights), nameof(bias) })]
    public static double F(double[] weights, double bias, double[] x, double scale)
    {
        double s = bias;
        for (int i = 0; i < x.Length; i++)
            s += weights[i] * x[i];
        return Math.Tanh(s) * scale * s;
    }
}
