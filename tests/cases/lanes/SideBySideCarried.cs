// What one iteration leaves to the next goes into its sum: one iteration at a time.
// point: w: LaneData.Signed(3 * 5), x: LaneData.Signed(3, 2)
// lengths: w: LaneData.Signed(3 * N), x: LaneData.Signed(3, 2)
// lanes: no
// sums: 1
using System;
using DiffGen;

namespace Cases.Lanes;

public static partial class SideBySideCarried
{
    [Differentiable]
    public static double F(double[] w, double[] x)
    {
        double last = 0;
        for (int o = 0; o < w.Length / 3; o++)
        {
            double sum = last;
            for (int i = 0; i < 3; i++)
                sum += w[3 * o + i] * x[i];
            last = sum / (1 + sum * sum);
        }
        return last;
    }
}
