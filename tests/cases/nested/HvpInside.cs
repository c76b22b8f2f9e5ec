// vᵀHv, the Hessian times a direction taken inside, with destination and direction that depend on the variables.
// point: x: [0.5, -0.3, 0.8], v: [1, 0.4, -0.2], s: 0.9
using System;
using DiffGen;

namespace Cases.Nested;

public static partial class HvpInside
{
    [Differentiable]
    public static double F(double[] x, double[] v, double s)
    {
        var h = new double[x.Length];
        double hs = EnergyHvp(x, s, v, s * s, h);
        double sum = hs * s;
        for (int i = 0; i < x.Length; i++)
            sum += v[i] * h[i];
        return sum;
    }

    [Differentiable(Derivatives.Hvp)]
    private static double Energy(double[] x, double s)
    {
        double sum = s * s;
        for (int i = 0; i < x.Length; i++)
            sum += Math.Exp(s * x[i]) * (i > 0 ? x[i - 1] : s);
        return sum;
    }
}
