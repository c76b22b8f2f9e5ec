// The tangent of a loop over an array with scratch, in a loop.
// point: x: [0.5, -0.3, 0.8], s: 1.1
using System;
using DiffGen;

namespace Cases.Nested;

public static partial class JvpThroughLoop
{
    [Differentiable]
    public static double F(double[] x, double s)
    {
        double sum = 0;
        var v = new double[x.Length];
        for (int k = 0; k < x.Length; k++)
        {
            Array.Clear(v);
            v[k] = s;
            (double value, double tangent) = PolyJvp(x, s, v, x[k]);
            sum += value * tangent;
        }
        return sum;
    }

    [Differentiable]
    private static double Poly(double[] x, double s)
    {
        var t = new double[x.Length];
        for (int i = 0; i < x.Length; i++)
            t[i] = Math.Sin(x[i] * s) + (i > 0 ? t[i - 1] * x[i] : 0);
        double sum = 0;
        foreach (double e in t)
            sum += e * e;
        return sum;
    }
}
