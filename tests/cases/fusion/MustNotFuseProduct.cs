// A product is no sum.
// point: x: [1.0, 0.5, -0.25]
// fused: 0
using System;
using DiffGen;

namespace Cases.Fusion;

public static partial class MustNotFuseProduct
{
    [Differentiable]
    public static double F(ReadOnlySpan<double> x)
    {
        double p = 1;
        for (int i = 0; i < x.Length; i++)
            p *= x[i];
        return p;
    }
}
