// A loss with a penalty on the square of its gradient, the gradient in an array on the heap.
// point: x: [0.5, -0.3, 0.8], c: 0.1
// point: x: [1.5, 0.3, -0.8], c: 2
using System;
using DiffGen;

namespace Cases.Nested;

public static partial class GradientPenalty
{
    [Differentiable]
    public static double F(double[] x, double c)
    {
        var g = new double[x.Length];
        LossGradient(x, g);
        double norm = 0;
        for (int i = 0; i < g.Length; i++)
            norm += g[i] * g[i];
        return Loss(x) + c * norm;
    }

    [Differentiable]
    private static double Loss(double[] x)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
            sum += Math.Sin(x[i]) * (i > 0 ? x[i - 1] * x[i - 1] : 1);
        return sum;
    }
}
