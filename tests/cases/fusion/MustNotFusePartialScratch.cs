// One element of the scratch array survives from iteration to iteration.
// point: x: [1.0, 0.5, 0.25]
// fused: 0
using System;
using DiffGen;

namespace Cases.Fusion;

public static partial class MustNotFusePartialScratch
{
    [Differentiable]
    public static double F(ReadOnlySpan<double> x)
    {
        var t = new double[2];
        double s = 0;
        for (int i = 0; i < x.Length; i++)
        {
            t[i % 2] = x[i];
            s += t[0] * t[1] * x[i];
        }
        return s;
    }
}
