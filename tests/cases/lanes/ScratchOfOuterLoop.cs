// The inner loop runs in lanes, and its memory is read in the next iteration of the outer one.
// point: x: LaneData.Signed(19)
// lengths: x: LaneData.Signed(N)
// lanes: 8
using System;
using DiffGen;

namespace Cases.Lanes;

public static partial class ScratchOfOuterLoop
{
    [Differentiable]
    public static double F(double[] x)
    {
        var t = new double[1];
        double p = 1;
        for (int k = 0; k < 3; k++)
        {
            double s = 0;
            for (int i = 0; i < x.Length; i++)
            {
                t[0] = x[i] * p;
                s += t[0] * t[0];
            }
            p = Math.Sin(0.1 * s + t[0]);
        }
        return p;
    }
}
