// More sums than lanes have room for.
// point: w: LaneData.Signed(5, 3), x: LaneData.Signed(19), n: 19
// lengths: w: LaneData.Signed(N % 8 == 1 ? 20000 : 5, 3), x: LaneData.Signed(N), n: N
// lanes: 8
using DiffGen;

namespace Cases.Lanes;

public static partial class ManySums
{
    [Differentiable]
    public static double F(double[] w, double[] x, int n)
    {
        double s = 0;
        for (int i = 0; i < n; i++)
        {
            double p = x[i];
            for (int j = 0; j < w.Length; j += 4000)
                p += w[j] * x[i];
            s += p * p;
        }
        return s;
    }
}
