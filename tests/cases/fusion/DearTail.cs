// The adjoint waits for the sum, so that the loop would run twice: what the C library computes is kept instead.
// point: x: [1.0, 2.0, -0.5]
// saved: a temporary
// lengths: x: LaneData.Signed(N)
// lanes: 8
using System;
using DiffGen;

namespace Cases.Fusion;

public static partial class DearTail
{
    [Differentiable]
    public static double F(ReadOnlySpan<double> x)
    {
        double s = 0.25;
        for (int i = 0; i < x.Length; i++)
            s += Math.Exp(x[i] / 4);
        return Math.Log(s);
    }
}
