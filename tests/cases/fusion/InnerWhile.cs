// Each iteration runs a loop of its own with a carried state.
// point: x: [1.0, 2.0, 0.5]
// fused: 1
using System;
using DiffGen;

namespace Cases.Fusion;

public static partial class InnerWhile
{
    [Differentiable]
    public static double F(ReadOnlySpan<double> x)
    {
        double s = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double t = x[i];
            while (t < 3.3)
                t = (t * 1.4) + (0.1 * x[i]);
            s += t * t;
        }
        return s;
    }
}
