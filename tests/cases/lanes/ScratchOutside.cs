// Memory made once and filled in every iteration.
// point: x: LaneData.Signed(3 * 19), n: 19, d: 3
// lengths: x: LaneData.Signed(3 * N), n: N, d: 3
// lanes: 8
using System;
using DiffGen;

namespace Cases.Lanes;

public static partial class ScratchOutside
{
    [Differentiable]
    public static double F(double[] x, int n, int d)
    {
        var t = new double[d];
        double total = 0;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < d; j++)
                t[j] = Math.Exp(x[i * d + j]);
            double s = 0;
            for (int j = 0; j < d; j++)
                s += t[j] * t[j];
            total += Math.Log(s);
        }
        return total;
    }
}
