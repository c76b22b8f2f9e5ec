// Branches that differ between iterations, one in another.
// point: x: LaneData.Signed(19), y: new double[19]
// lengths: x: LaneData.Signed(N), y: new double[N]
// lanes: 8
using System;
using DiffGen;

namespace Cases.Lanes;

public static partial class Branches
{
    [Differentiable]
    public static void F(double[] x, double[] y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            double v = x[i];
            double r;
            if (v > 0.2)
            {
                if (v > 1)
                    r = Math.Log(v);
                else
                    r = v * v;
            }
            else if (v < -0.7)
            {
                r = Math.Sqrt(-v);
            }
            else
            {
                r = 3 * v;
            }
            y[i] = r;
        }
    }
}
