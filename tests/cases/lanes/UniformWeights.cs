// All iterations add to the derivatives of the same weights.
// point: w: LaneData.Signed(5, 3), x: LaneData.Signed(5 * 19), n: 19
// lengths: w: LaneData.Signed(5, 3), x: LaneData.Signed(5 * N), n: N
// lanes: 8
using DiffGen;

namespace Cases.Lanes;

public static partial class UniformWeights
{
    [Differentiable]
    public static double F(double[] w, double[] x, int n)
    {
        double loss = 0;
        for (int i = 0; i < n; i++)
        {
            double p = 0;
            for (int j = 0; j < w.Length; j++)
                p += w[j] * x[i * w.Length + j];
            loss += p * p;
        }
        return loss;
    }
}
