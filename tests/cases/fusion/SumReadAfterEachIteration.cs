// The running sum is written out in every iteration: its adjoint grows along the loop.
// point: x: [1.0, 0.5, 0.25], y: [0, 0, 0]
// fused: 0
using System;
using DiffGen;

namespace Cases.Fusion;

public static partial class SumReadAfterEachIteration
{
    [Differentiable]
    public static void F(ReadOnlySpan<double> x, Span<double> y)
    {
        double s = 0;
        for (int i = 0; i < x.Length; i++)
        {
            s += x[i] * x[i];
            y[i] = s * x[i];
        }
    }
}
