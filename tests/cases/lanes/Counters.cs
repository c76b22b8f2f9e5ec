// Counters beside the loop's own.
// point: x: LaneData.Signed(5 * 19 + 4), n: 19, d: 2
// lengths: x: LaneData.Signed(5 * N + 4), n: N, d: 2
// lanes: 8
using DiffGen;

namespace Cases.Lanes;

public static partial class Counters
{
    [Differentiable]
    public static double F(double[] x, int n, int d)
    {
        double s = 0;
        int k = 1, m = 0;
        for (int i = 0; i < n; i++)
        {
            s += x[k] * x[m] * x[i];
            k += 3;
            m += d;
        }
        return s * (k + m);
    }
}
