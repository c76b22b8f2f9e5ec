// Forward over reverse over forward over arrays, and reverse over forward over reverse.
// point: x: [0.5, -0.3, 0.8]
using System;
using DiffGen;

namespace Cases.Nested;

public static partial class ForwardReverseForward
{
    [Differentiable]
    public static double F(double[] x)
    {
        var v = new double[x.Length];
        for (int i = 0; i < x.Length; i++)
            v[i] = x[i] * i;
        return AJvp(x, v).Tangent + BJvp(x, x).Tangent;
    }

    [Differentiable]
    private static double A(double[] x)
    {
        double[] g = CGradient(x);
        return g[0] * g[1] + g[2] * x[0];
    }

    [Differentiable]
    private static double B(double[] x)
    {
        double sum = 0;
        var g = new double[x.Length];
        for (int i = 0; i < 2; i++)
        {
            CGradient(x, g);
            sum += g[i] * g[i + 1];
        }
        return sum;
    }

    [Differentiable]
    private static double C(double[] x) => EnergyJvp(x, x).Tangent;

    [Differentiable]
    private static double Energy(double[] x)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
            sum += Math.Exp(x[i] * x[(i + 1) % x.Length]);
        return sum;
    }
}
