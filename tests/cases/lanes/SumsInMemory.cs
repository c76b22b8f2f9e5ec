// The values of sums in memory keep the order of the iterations.
// point: x: LaneData.Signed(2 * 19), n: 19
// lengths: x: LaneData.Signed(2 * N), n: N
// lanes: 8
using DiffGen;

namespace Cases.Lanes;

public static partial class SumsInMemory
{
    [Differentiable]
    public static double F(double[] x, int n)
    {
        var h = new double[2];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < 2; j++)
                h[j] += x[i * 2 + j] * x[i * 2 + j];
        }
        return h[0] * h[1];
    }
}
