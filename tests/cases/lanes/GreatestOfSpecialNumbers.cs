// Math.Max and Math.Min with derivatives, over zeros of both signs, infinities, and what is no number.
// point: x: LaneData.Special(19), z: LaneData.Zeros(19)
// kink: zeros, infinities and NaN
// lengths: x: LaneData.Special(N), z: LaneData.Zeros(N)
// lanes: 8
using System;
using DiffGen;

namespace Cases.Lanes;

public static partial class GreatestOfSpecialNumbers
{
    [Differentiable]
    public static double F(double[] x, double[] z)
    {
        double greatest = double.NegativeInfinity;
        foreach (double e in x)
            greatest = Math.Max(greatest, e);
        double zero = double.PositiveInfinity;
        foreach (double e in z)
            zero = Math.Min(e, zero);
        return greatest + (1 / zero);
    }
}
