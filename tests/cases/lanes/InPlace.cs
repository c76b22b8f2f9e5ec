// Elements are changed in place, more than once.
// point: x: LaneData.Signed(19)
// lengths: x: LaneData.Signed(N)
// lanes: 8
using System;
using DiffGen;

namespace Cases.Lanes;

public static partial class InPlace
{
    [Differentiable]
    public static void F(double[] x)
    {
        for (int i = 0; i < x.Length; i++)
        {
            x[i] = x[i] * x[i];
            x[i] += Math.Sin(x[i]);
            x[i] *= 0.5;
        }
    }
}
