// A companion of a method that calls a companion of a method that calls one, over arrays.
// point: x: [0.5, -0.3, 0.8]
using System;
using DiffGen;

namespace Cases.Nested;

public static partial class NestedTwice
{
    [Differentiable]
    public static double F(double[] x)
    {
        Span<double> g = stackalloc double[x.Length];
        PenaltyGradient(x, g);
        double sum = 0;
        for (int i = 0; i < g.Length; i++)
            sum += g[i] * x[i];
        return sum;
    }

    [Differentiable]
    private static double Penalty(double[] x)
    {
        var g = new double[x.Length];
        EnergyGradient(x, g);
        double sum = 0;
        foreach (double e in g)
            sum += e * e;
        return sum;
    }

    [Differentiable]
    private static double Energy(double[] x)
    {
        double sum = 0;
        for (int i = 1; i < x.Length; i++)
            sum += Math.Exp(x[i] * x[i - 1]) * Math.Cos(x[i]);
        return sum;
    }
}
