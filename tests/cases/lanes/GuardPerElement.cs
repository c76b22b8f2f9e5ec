// A guard that looks at every element.
// point: x: LaneData.Numbers(19), n: 19
// lengths: x: LaneData.Numbers(N), n: N
// lanes: no
using System;
using DiffGen;

namespace Cases.Lanes;

public static partial class GuardPerElement
{
    [Differentiable]
    public static double F(double[] x, int n)
    {
        double s = 0;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] < 0.31 && n > 40)
                throw new ArgumentException("too small");
            s += Math.Sqrt(x[i]);
        }
        return s;
    }
}
