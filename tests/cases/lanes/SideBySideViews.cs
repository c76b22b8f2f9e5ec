// Two views that overlap in a part: found when the loop starts.
// point: x: LaneData.Signed(5, 2), shift: 3
// lengths: x: LaneData.Signed(N, 2), shift: 3
// lanes: 8
// sums: 4
using System;
using DiffGen;

namespace Cases.Lanes;

public static partial class SideBySideViews
{
    [Differentiable]
    public static double F(double[] x, int shift)
    {
        double total = 0;
        for (int step = 0; step < 2; step++)
        {
            Span<double> from = x.AsSpan(0, x.Length / 2), to = x.AsSpan(Math.Min(x.Length - x.Length / 2, step == 0 ? shift : x.Length), x.Length / 2 - (step == 0 ? 0 : x.Length / 2));
            for (int o = 0; o < to.Length; o++)
            {
                double sum = 0;
                for (int i = 0; i < from.Length; i++)
                    sum += from[i] * (o + 0.5);
                to[o] = 0.25 * sum - to[o];
                total += to[o] * o;
            }
        }
        return total;
    }
}
