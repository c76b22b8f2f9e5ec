// Some iterations go on to the next one.
// point: x: LaneData.Signed(19)
// lengths: x: LaneData.Signed(N)
// lanes: 8
using System;
using DiffGen;

namespace Cases.Lanes;

public static partial class ContinueSome
{
    [Differentiable]
    public static double F(double[] x)
    {
        double s = 0;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] < 0)
                continue;
            s += Math.Sqrt(x[i]);
        }
        return s;
    }
}
