// The last of equal ones is taken, in a loop that goes backwards, and what goes with it.
// point: x: LaneData.Signed(19)
// lengths: x: LaneData.Signed(N)
// lanes: 8
using System;
using DiffGen;

namespace Cases.Lanes;

public static partial class SearchLastOfEqual
{
    [Differentiable]
    public static double F(double[] x)
    {
        double least = 10;
        int place = x.Length;
        bool isHigh = true;
        for (int i = x.Length - 1; i >= 0; i--)
        {
            double rounded = Math.Round(x[i] * 2);
            if (rounded <= least)
            {
                least = rounded;
                place = i;
                isHigh = x[i] > rounded;
            }
        }
        return x.Length == 0 ? 0 : x[place] * (isHigh ? 3 : 2) * (place + 1);
    }
}
