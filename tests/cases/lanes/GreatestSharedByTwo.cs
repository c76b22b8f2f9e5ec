// Math.Max where two candidates are equal that different lanes look at.
// point: x: LaneData.Signed(19), y: 2.0
// kink: two candidates are equal
// lengths: x: LaneData.Signed(N), y: 2.0
// lanes: 8
using System;
using DiffGen;

namespace Cases.Lanes;

public static partial class GreatestSharedByTwo
{
    [Differentiable]
    public static double F(double[] x, double y)
    {
        double greatest = double.NegativeInfinity;
        for (int i = 0; i < x.Length; i++)
            greatest = Math.Max(greatest, i == 2 || i == 11 ? 5 + ((y - 2) * i) : x[i]);
        return greatest * x.Length;
    }
}
