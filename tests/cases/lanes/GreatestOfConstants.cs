// Math.Max and Math.Min of numbers that have no derivative: zeros of both signs, and what is no number among them.
// point: w: LaneData.Special(19), z: LaneData.Zeros(19), s: LaneData.Singles(19), x: 2.0
// lengths: w: LaneData.Special(N), z: LaneData.Zeros(N), s: LaneData.Singles(N), x: 2.0
// lanes: 8 and 16
// kink: which is the greatest, and what is no number
using System;
using DiffGen;

namespace Cases.Lanes;

public static partial class GreatestOfConstants
{
    [Differentiable]
    public static double F([NoDerivative] double[] w, [NoDerivative] double[] z, [NoDerivative] float[] s, double x)
    {
        double greatest = double.NegativeInfinity;
        for (int i = 0; i < w.Length; i++)
            greatest = Math.Max(greatest, w[i] * 0.5);
        double zero = 1;
        for (int i = 0; i < z.Length; i++)
            zero = Math.Min(z[i], zero);
        float single = float.MaxValue;
        for (int i = 0; i < s.Length; i++)
            single = MathF.Min(single, s[i]);
        return (greatest / zero) + (single * x);
    }
}
