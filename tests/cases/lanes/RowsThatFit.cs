// As many rows as fit: the test looks ahead, and what is left over is not touched.
// point: x: LaneData.Signed(60), d: 3
// lengths: x: LaneData.Signed(N), d: 3
// lanes: 8
using DiffGen;

namespace Cases.Lanes;

public static partial class RowsThatFit
{
    [Differentiable]
    public static double F(double[] x, int d)
    {
        double total = 0;
        for (int start = 0; start + d <= x.Length; start += d)
        {
            double s = 1;
            for (int j = 0; j < d; j++)
                s += x[start + j] * x[start + j];
            total += 1 / s;
        }
        return total;
    }
}
