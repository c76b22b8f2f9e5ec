// The private scratch array is read from its end.
// point: x: [1.0, 2.0, -0.5], n: 4
using System;
using DiffGen;

namespace Cases.Fusion;

public static partial class ScratchReadBackwards
{
    [Differentiable]
    public static double F(ReadOnlySpan<double> x, int n)
    {
        var t = new double[n];
        double s = 0;
        for (int i = 0; i < x.Length; i++)
        {
            for (int k = 0; k < n; k++)
                t[k] = Math.Sin(x[i] * (k + 1));
            for (int k = 0; k < n; k++)
                s += t[k] * t[n - 1 - k];
        }
        return s;
    }
}
