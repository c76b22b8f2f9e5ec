// The forward sweep and the pullback apart.
// point: x: LaneData.Signed(19)
// lengths: x: LaneData.Signed(N)
// lanes: 8
using System;
using DiffGen;

namespace Cases.Lanes;

public static partial class SplitModes
{
    [Differentiable(Derivatives.Default | Derivatives.Pullback)]
    public static double F(double[] x)
    {
        double s = 0;
        for (int i = 0; i < x.Length; i++)
            s += Math.Sin(x[i]) * x[i];
        return s * s;
    }
}
