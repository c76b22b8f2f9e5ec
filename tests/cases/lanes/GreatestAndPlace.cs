// Math.Max, and beside it the last place where it grew: behind what is no number it grows no more, which lanes would not know of each other.
// point: x: LaneData.Special(19), y: 2.0
// kink: infinities and NaN
// lengths: x: LaneData.Special(N), y: 2.0
// lanes: no
using System;
using DiffGen;

namespace Cases.Lanes;

public static partial class GreatestAndPlace
{
    [Differentiable]
    public static double F([NoDerivative] double[] x, double y)
    {
        double greatest = double.NegativeInfinity;
        int place = -1;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] > greatest)
                place = i;
            greatest = Math.Max(greatest, x[i]);
        }
        return place * y;
    }
}
