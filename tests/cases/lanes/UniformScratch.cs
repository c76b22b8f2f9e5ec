// Memory that holds the same in all iterations.
// point: x: LaneData.Signed(19)
// lengths: x: LaneData.Signed(N)
// lanes: 8
using System;
using DiffGen;

namespace Cases.Lanes;

public static partial class UniformScratch
{
    [Differentiable]
    public static double F(double[] x)
    {
        Span<double> t = stackalloc double[3];
        double s = 0;
        for (int i = 0; i < x.Length; i++)
        {
            for (int j = 0; j < 3; j++)
                t[j] = j * 0.5 + 1;
            s += x[i] * x[i] * t[2] + t[1] * x[i];
        }
        return s + t[0];
    }
}
