// Branches within an iteration, each with its own intermediate values.
// point: x: [1.0, -2.0, 0.5]
// fused: 1
// tape: none
using System;
using DiffGen;

namespace Cases.Fusion;

public static partial class BranchInIteration
{
    [Differentiable]
    public static double F(ReadOnlySpan<double> x)
    {
        double s = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double v = x[i];
            if (v > 0)
                s += Math.Log(1 + v) * v;
            else
                s += v * v * v;
        }
        return s;
    }
}
