// Memory made in every iteration.
// point: x: LaneData.Signed(4 * 19), n: 19
// lengths: x: LaneData.Signed(4 * N), n: N
// lanes: 8
using System;
using DiffGen;

namespace Cases.Lanes;

public static partial class ScratchInside
{
    [Differentiable]
    public static double F(double[] x, int n)
    {
        double total = 0;
        for (int i = 0; i < n; i++)
        {
            Span<double> t = stackalloc double[4];
            for (int j = 0; j < 4; j++)
                t[j] = x[i * 4 + j] * (j + 1);
            double norm = 0;
            for (int j = 0; j < 4; j++)
                norm += t[j] * t[3 - j];
            total += norm * norm;
        }
        return total;
    }
}
