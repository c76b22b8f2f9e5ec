// A branch that is the same for all iterations.
// point: x: LaneData.Signed(19), k: 19 % 3, y: new double[19]
// lengths: x: LaneData.Signed(N), k: N % 3, y: new double[N]
// lanes: 8
using System;
using DiffGen;

namespace Cases.Lanes;

public static partial class UniformBranch
{
    [Differentiable]
    public static void F(double[] x, int k, double[] y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            double v = x[i];
            if (k == 0)
                v = v * v;
            else if (k == 1)
                v = Math.Cos(v) * k;
            y[i] = v + k;
        }
    }
}
