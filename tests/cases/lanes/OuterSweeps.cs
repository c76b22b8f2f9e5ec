// A loop in lanes within one that saves.
// point: x: LaneData.Signed(19)
// lengths: x: LaneData.Signed(N)
// lanes: 8
using System;
using DiffGen;

namespace Cases.Lanes;

public static partial class OuterSweeps
{
    [Differentiable]
    public static double F(double[] x)
    {
        double p = 0.3;
        for (int k = 0; k < 4; k++)
        {
            double s = 0;
            for (int i = 0; i < x.Length; i++)
                s += Math.Sin(x[i] * p);
            p = s / (x.Length + 1);
        }
        return p;
    }
}
