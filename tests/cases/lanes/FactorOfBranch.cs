// An index whose distance between iterations is made in a branch.
// point: x: LaneData.Signed(4 * 19), n: 19, d: 19 > 30 ? 0 : 3
// lengths: x: LaneData.Signed(4 * N), n: N, d: N > 30 ? 0 : 3
// lanes: 8
using System;
using DiffGen;

namespace Cases.Lanes;

public static partial class FactorOfBranch
{
    [Differentiable]
    public static double F(double[] x, int n, int d)
    {
        double s = 0;
        for (int i = 0; i < n; i++)
            s += x[At(i, d)] * x[i];
        return s;
    }

    private static int At(int i, int d)
    {
        if (d > 0)
        {
            int e = d + 1;
            return i * e;
        }
        throw new ArgumentException("no columns");
    }
}
