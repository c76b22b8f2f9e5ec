// Conditions joined, the second of which is only looked at after the first.
// point: x: LaneData.Signed(19)
// lengths: x: LaneData.Signed(N)
// lanes: 8
using System;
using DiffGen;

namespace Cases.Lanes;

public static partial class AndOr
{
    [Differentiable]
    public static double F(double[] x)
    {
        double s = 0;
        for (int i = 0; i < x.Length; i++)
        {
            bool a = i > 0 && x[i - 1] > 0 || x[i] < -0.5;
            bool b = i >= x.Length - 1 || !(x[i + 1] > x[i]);
            s += a ? x[i] * x[i] : b ? Math.Sin(x[i]) : x[i];
        }
        return s;
    }
}
