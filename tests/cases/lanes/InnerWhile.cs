// A while loop that ends at the same time in all iterations.
// point: x: LaneData.Signed(19), y: new double[19], k: 5
// lengths: x: LaneData.Signed(N), y: new double[N], k: 5
// lanes: 8
using DiffGen;

namespace Cases.Lanes;

public static partial class InnerWhile
{
    [Differentiable]
    public static void F(double[] x, double[] y, int k)
    {
        for (int i = 0; i < x.Length; i++)
        {
            double v = x[i];
            int left = k;
            while (left > 0)
            {
                v = v * v * 0.5 + x[i];
                left -= 2;
            }
            y[i] = v;
        }
    }
}
