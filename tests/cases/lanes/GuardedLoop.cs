// A guard in the loop that no iteration may fail.
// point: x: LaneData.Numbers(19), d: 19 > 30 ? 0 : 1
// lengths: x: LaneData.Numbers(N), d: N > 30 ? 0 : 1
// lanes: 8
using System;
using DiffGen;

namespace Cases.Lanes;

public static partial class GuardedLoop
{
    [Differentiable]
    public static double F(double[] x, int d)
    {
        double s = 0;
        for (int i = 0; i < x.Length; i++)
        {
            if (d == 0)
                throw new ArgumentException("no rows");
            s += Math.Sqrt(x[i]) * (7 / d);
        }
        return s;
    }
}
