// The inner loop is left early, in all iterations at once.
// point: x: LaneData.Signed(4 * 19), n: 19, k: 2
// lengths: x: LaneData.Signed(4 * N), n: N, k: 2
// lanes: 8
using DiffGen;

namespace Cases.Lanes;

public static partial class InnerBreak
{
    [Differentiable]
    public static double F(double[] x, int n, int k)
    {
        double s = 0;
        for (int i = 0; i < n; i++)
        {
            double p = 1;
            for (int j = 0; j < 4; j++)
            {
                if (j > k)
                    break;
                p *= x[i * 4 + j];
            }
            s += p;
        }
        return s;
    }
}
