// The iteration's work is in a marked method.
// point: x: [1.0, 2.0, 0.5], k: 0.7
// fused: 1
using System;
using DiffGen;

namespace Cases.Fusion;

public static partial class Callee
{
    [Differentiable]
    public static double F(ReadOnlySpan<double> x, double k)
    {
        double s = 0;
        for (int i = 0; i < x.Length; i++)
            s += Loss(x[i], k);
        return s / x.Length;
    }

    [Differentiable]
    private static double Loss(double x, double k)
    {
        double d = Math.Tanh(k * x) - 0.5;
        return d * d;
    }
}
