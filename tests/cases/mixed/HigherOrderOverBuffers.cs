// A method with two delegate parameters, one handed on to another such method, called in a loop that changes what the lambda captures.
// point: x: [0.3, -1.2, 0.8]
using System;
using DiffGen;

namespace Cases.Mixed;

public static partial class HigherOrderOverBuffers
{
    [Differentiable]
    public static double F(double[] x)
    {
        double s = 0;
        for (int k = 0; k < x.Length; k++)
        {
            double a = x[k];
            s += Fold(x, 1.0, (acc, v) => (acc * a) + v, v => v * x[0]);
            x[k] *= s;
        }
        return s + Fold(x, s, static (acc, v) => acc + (v * v), Math.Sin);
    }

    [Differentiable]
    private static double Fold([NoDerivative] int _, ReadOnlySpan<double> x, [Differentiable] Func<double, double> f)
    {
        double s = 0;
        foreach (double v in x)
        {
            if (v < -1)
                continue;
            s += f(v);
        }
        return s;
    }

    [Differentiable]
    private static double Fold(ReadOnlySpan<double> x, double seed, [Differentiable] Func<double, double, double> combine, [Differentiable] Func<double, double> map)
    {
        double acc = seed;
        foreach (double v in x)
            acc = combine(acc, map(v));
        return acc * Fold(0, x, v => map(v) * seed);
    }
}
