// Conditions kept in memory.
// point: x: LaneData.Signed(19)
// lengths: x: LaneData.Signed(N)
// lanes: 8
using System;
using DiffGen;

namespace Cases.Lanes;

public static partial class BoolScratch
{
    [Differentiable]
    public static double F(double[] x)
    {
        Span<bool> seen = stackalloc bool[2];
        double s = 0;
        for (int i = 0; i < x.Length; i++)
        {
            seen[0] = x[i] > 0;
            seen[1] = i > 4;
            if (seen[0])
                s += x[i] * x[i];
            else if (seen[1])
                s += Math.Sin(x[i]);
        }
        return s;
    }
}
