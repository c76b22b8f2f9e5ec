// The largest element.
// point: x: LaneData.Signed(19)
// lengths: x: LaneData.Signed(N)
// lanes: 8
using System;
using DiffGen;

namespace Cases.Lanes;

public static partial class Largest
{
    [Differentiable]
    public static double F(double[] x)
    {
        double m = double.NegativeInfinity;
        for (int i = 0; i < x.Length; i++)
            m = Math.Max(m, x[i] * x[i]);
        return x.Length == 0 ? 0 : m;
    }
}
