// The first of equal ones is taken, with a step of two, and the greatest and the least in one loop.
// point: x: LaneData.Signed(2 * 19)
// lengths: x: LaneData.Signed(2 * N)
// lanes: 8
using System;
using DiffGen;

namespace Cases.Lanes;

public static partial class SearchFirstOfEqual
{
    [Differentiable]
    public static double F(double[] x)
    {
        double greatest = double.MinValue, least = double.MaxValue;
        int high = 0, low = 0;
        for (int i = 0; i < x.Length; i += 2)
        {
            double rounded = Math.Round(x[i] * 2);
            if (rounded > greatest)
            {
                greatest = rounded;
                high = i;
            }
            if (least > rounded)
            {
                least = rounded;
                low = i + 1;
            }
        }
        return x.Length == 0 ? 0 : (x[high] * (high + 1)) - (x[low] * (low + 2));
    }
}
