// Steps of gradient descent on an array that each step overwrites: the gradients' arguments must be saved.
// point: x: [0.5, -0.3, 0.8], rate: 0.1
using System;
using DiffGen;

namespace Cases.Nested;

public static partial class DescentInPlace
{
    [Differentiable]
    public static double F(double[] x, double rate)
    {
        var y = new double[x.Length];
        for (int i = 0; i < x.Length; i++)
            y[i] = x[i] * 1.5;
        var g = new double[x.Length];
        for (int step = 0; step < 4; step++)
        {
            BowlGradient(y, rate, g);
            for (int i = 0; i < y.Length; i++)
                y[i] -= rate * g[i];
        }
        return Bowl(y, rate);
    }

    [Differentiable(Wrt = new[] { nameof(x) })]
    private static double Bowl(double[] x, double stiffness)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double next = x[(i + 1) % x.Length];
            sum += (1 + stiffness) * x[i] * x[i] + Math.Sin(x[i] * next);
        }
        return sum;
    }
}
