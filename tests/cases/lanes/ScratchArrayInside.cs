// An array made in every iteration.
// point: x: LaneData.Signed(4 * 19), n: 19, d: 4
// lengths: x: LaneData.Signed(4 * N), n: N, d: 4
// lanes: 8
using DiffGen;

namespace Cases.Lanes;

public static partial class ScratchArrayInside
{
    [Differentiable]
    public static double F(double[] x, int n, int d)
    {
        double total = 0;
        for (int i = 0; i < n; i++)
        {
            var t = new double[d];
            for (int j = 0; j < d; j++)
                t[j] += x[i * d + j];
            for (int j = 1; j < d; j++)
                t[j] += t[j - 1] * t[j];
            total += t[d - 1];
        }
        return total;
    }
}
