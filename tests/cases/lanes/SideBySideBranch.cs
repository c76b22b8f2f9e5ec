// A branch inside the sum: one iteration at a time.
// point: d: LaneData.Signed(4 * 5), x: LaneData.Signed(4, 2)
// lengths: d: LaneData.Signed(4 * N), x: LaneData.Signed(4, 2)
// lanes: 8
// sums: 1
using System;
using DiffGen;

namespace Cases.Lanes;

public static partial class SideBySideBranch
{
    [Differentiable]
    public static double F(double[] d, double[] x)
    {
        double total = 1;
        for (int o = 0; o < d.Length / 4; o++)
        {
            double sum = 0;
            for (int i = 0; i < 4; i++)
            {
                double step = d[4 * o + i] - x[i];
                sum += step > 0 ? step : step * -0.5;
            }
            if (sum > 1)
                total = total * 0.5 + sum * sum;
            else
                total -= Math.Sqrt(sum);
        }
        return total;
    }
}
