// What the reverse sweep needs is made in a branch that some iterations take.
// point: x: LaneData.Signed(19), y: new double[19]
// lengths: x: LaneData.Signed(N), y: new double[N]
// lanes: 8
using System;
using DiffGen;

namespace Cases.Lanes;

public static partial class SavedInBranch
{
    [Differentiable]
    public static void F(double[] x, double[] y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            double v = x[i];
            if (v > 0)
            {
                for (int j = 0; j < 3; j++)
                    v = Math.Sin(v) * x[i] + v;
            }
            y[i] = v * v;
        }
    }
}
