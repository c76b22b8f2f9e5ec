// A counter of the inner loop that starts where iterations differ.
// point: x: LaneData.Signed(6 * 19), n: 19
// lengths: x: LaneData.Signed(6 * N), n: N
// lanes: 8
using DiffGen;

namespace Cases.Lanes;

public static partial class InnerCounter
{
    [Differentiable]
    public static double F(double[] x, int n)
    {
        double s = 0;
        for (int i = 0; i < n; i++)
        {
            int k = i * 6;
            double p = 0;
            for (int j = 0; j < 3; j++)
            {
                p += x[k] * x[k + 1];
                k += 2;
            }
            s += p * p;
        }
        return s;
    }
}
