// Only the first iteration writes an element that is read after the loop.
// point: x: LaneData.Signed(19)
// lengths: x: LaneData.Signed(N)
// lanes: no
using System;
using DiffGen;

namespace Cases.Lanes;

public static partial class ScratchWrittenFirst
{
    [Differentiable]
    public static double F(double[] x)
    {
        var t = new double[2];
        double s = 0;
        for (int i = 0; i < x.Length; i++)
        {
            t[0] = x[i] * x[i];
            if (i == 0)
                t[1] = t[0] * x[i];
            s += Math.Sin(t[0]);
        }
        return s + t[1] * 7;
    }
}
