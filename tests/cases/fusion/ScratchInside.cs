// A scratch array allocated in each iteration.
// point: x: [1.0, 2.0, -0.5]
// fused: 1
using System;
using DiffGen;

namespace Cases.Fusion;

public static partial class ScratchInside
{
    [Differentiable]
    public static double F(ReadOnlySpan<double> x)
    {
        double s = 0;
        for (int i = 0; i < x.Length; i++)
        {
            var t = new double[3];
            t[0] = x[i];
            t[1] = t[0] * x[i];
            t[2] = Math.Sin(t[1]);
            s += t[0] + (t[1] * t[2]);
        }
        return s;
    }
}
