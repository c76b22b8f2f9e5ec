// The nearest of several centres.
// point: x: LaneData.Signed(2 * 19), m: LaneData.Signed(6, 4), n: 19
// lengths: x: LaneData.Signed(2 * N), m: LaneData.Signed(6, 4), n: N
// lanes: 8
using System;
using DiffGen;

namespace Cases.Lanes;

public static partial class NearestCentre
{
    [Differentiable]
    public static double F(double[] x, double[] m, int n)
    {
        double total = 0;
        for (int i = 0; i < n; i++)
        {
            double best = double.PositiveInfinity;
            for (int j = 0; j < m.Length / 2; j++)
            {
                double a = x[2 * i] - m[2 * j], b = x[2 * i + 1] - m[2 * j + 1];
                best = Math.Min(best, a * a + b * b);
            }
            total += best;
        }
        return total;
    }
}
