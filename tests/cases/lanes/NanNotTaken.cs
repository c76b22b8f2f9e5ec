// The side not taken would be NaN or infinite.
// point: x: LaneData.Signed(19), y: new double[19]
// lengths: x: LaneData.Signed(N), y: new double[N]
// lanes: 8
using System;
using DiffGen;

namespace Cases.Lanes;

public static partial class NanNotTaken
{
    [Differentiable]
    public static void F(double[] x, double[] y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] > 0)
                y[i] = Math.Sqrt(x[i]) + Math.Log(x[i]) + 1 / x[i];
            else
                y[i] = Math.Exp(x[i]) + 1 / (x[i] - 1);
        }
    }
}
