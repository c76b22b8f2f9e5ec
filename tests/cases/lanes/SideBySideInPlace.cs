// Sums over what earlier iterations have written: one iteration at a time.
// point: w: LaneData.Signed(5), x: LaneData.Signed(5, 2)
// lengths: w: LaneData.Signed(N), x: LaneData.Signed(N, 2)
// lanes: 8
// sums: 1
using System;
using DiffGen;

namespace Cases.Lanes;

public static partial class SideBySideInPlace
{
    [Differentiable]
    public static double F(double[] w, double[] x)
    {
        for (int o = 0; o < x.Length; o++)
        {
            double sum = w[o];
            for (int i = 0; i < x.Length; i++)
                sum += w[i] * x[i] * 0.1;
            x[o] = sum;
        }
        return x.Length == 0 ? 0 : x[0] + x[^1];
    }
}
