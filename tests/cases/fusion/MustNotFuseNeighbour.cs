// The iteration reads what the one before it wrote.
// point: x: [1.0, 0.5, -0.25, 2.0]
// fused: 0
using System;
using DiffGen;

namespace Cases.Fusion;

public static partial class MustNotFuseNeighbour
{
    [Differentiable]
    public static double F(Span<double> x)
    {
        double s = 0;
        for (int i = 1; i < x.Length; i++)
        {
            x[i] += x[i - 1] * x[i];
            s += x[i] * x[i];
        }
        return s;
    }
}
