// A vector-Jacobian product whose cotangent depends on the variables too, and whose destination holds something already.
// point: x: [0.5, -0.3, 0.8], w: 1.3
using System;
using DiffGen;

namespace Cases.Nested;

public static partial class VjpInside
{
    [Differentiable]
    public static double F(double[] x, double w)
    {
        Span<double> d = stackalloc double[x.Length];
        d.Fill(w);
        SquaresVjp(x, w * w, d);
        double sum = 0;
        for (int i = 0; i < d.Length; i++)
            sum += d[i] * d[i] * x[i];
        return sum;
    }

    [Differentiable]
    private static double Squares(double[] x)
    {
        double sum = 0;
        foreach (double e in x)
            sum += e * e * e;
        return sum;
    }
}
