// Local arrays that are made anew in each iteration, and one that carries values over.
// point: x: [0.3, -0.2, 0.8, 1.1]
using System;
using DiffGen;

namespace Cases.Second;

public static partial class ScratchAcrossLoops
{
    [Differentiable(Derivatives.Default | Derivatives.Hvp)]
    public static double F(double[] x)
    {
        var kept = new double[x.Length];
        double s = 0;
        for (int k = 0; k < 3; k++)
        {
            var fresh = new double[x.Length];
            for (int i = 0; i < x.Length; i++)
                fresh[i] = Math.Cos(x[i] * (k + 1)) + kept[i];
            for (int i = 0; i < x.Length; i++)
                kept[i] = fresh[x.Length - 1 - i] * x[i];
            s += fresh[0] * fresh[^1];
        }
        for (int i = 0; i < kept.Length; i++)
            s += kept[i] * kept[i];
        return s;
    }
}
