// Each sum is one longer than the one before: one iteration at a time.
// point: w: LaneData.Signed(5), x: LaneData.Signed(5, 2)
// lengths: w: LaneData.Signed(N), x: LaneData.Signed(N, 2)
// lanes: 8
// sums: 1
using System;
using DiffGen;

namespace Cases.Lanes;

public static partial class SideBySideTriangle
{
    [Differentiable]
    public static double F(double[] w, double[] x)
    {
        var y = new double[x.Length];
        for (int o = 0; o < x.Length; o++)
        {
            double sum = x[o];
            for (int i = 0; i < o; i++)
                sum -= 0.1 * w[i] * x[i];
            y[o] = sum / (1 + w[o] * w[o]);
        }
        return x.Length == 0 ? 0 : y[^1] * y[0];
    }
}
