// Functions that are constant between steps.
// point: x: LaneData.Signed(19), y: new double[19]
// lengths: x: LaneData.Signed(N), y: new double[N]
// lanes: 8
using System;
using DiffGen;

namespace Cases.Lanes;

public static partial class Roundings
{
    [Differentiable]
    public static void F(double[] x, double[] y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            double v = 3.3 * x[i];
            y[i] = Math.Floor(v) * x[i] + Math.Ceiling(v) * 0.1 + Math.Round(v) * x[i] + Math.Truncate(v) * x[i] + Math.Sign(x[i]) * v;
        }
    }
}
