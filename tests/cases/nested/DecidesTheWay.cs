// A derivative that decides about the way, and one whose result is not used.
// point: x: [0.5, -0.3, 0.8]
using System;
using DiffGen;

namespace Cases.Nested;

public static partial class DecidesTheWay
{
    [Differentiable]
    public static double F(double[] x)
    {
        double sum = 0;
        double[] g = GGradient(x);
        for (int i = 0; i < x.Length; i++)
        {
            if (g[i] > 0)
                sum += x[i] * x[i];
            else if (GJvp(x, x).Tangent > Diff.StopGradient(g[0]))
                sum -= x[i];
            else
                continue;
            _ = GValueAndGradient(x);
        }
        return sum;
    }

    [Differentiable]
    private static double G(double[] x)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
            sum += Math.Cos(x[i]) * x[i] * x[(i + 1) % x.Length];
        return sum;
    }
}
