// Hessians of loops in lanes.
// point: x: LaneData.Signed(19)
// lengths: x: LaneData.Signed(N)
// lanes: 8
using System;
using DiffGen;

namespace Cases.Lanes;

public static partial class SecondOrder
{
    [Differentiable(Derivatives.Default | Derivatives.Hvp)]
    public static double F(double[] x)
    {
        double s = 0;
        for (int i = 0; i < x.Length - 1; i++)
            s += Math.Sin(x[i]) * x[i + 1] * x[i];
        return s;
    }
}
