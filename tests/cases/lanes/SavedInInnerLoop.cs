// The inner loop overwrites what its reverse sweep needs.
// point: x: LaneData.Signed(19), y: new double[19]
// lengths: x: LaneData.Signed(N), y: new double[N]
// lanes: 8
using System;
using DiffGen;

namespace Cases.Lanes;

public static partial class SavedInInnerLoop
{
    [Differentiable]
    public static void F(double[] x, double[] y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            double v = x[i];
            for (int j = 0; j < 4; j++)
                v = Math.Sin(v) + v * x[i];
            y[i] = v;
        }
    }
}
