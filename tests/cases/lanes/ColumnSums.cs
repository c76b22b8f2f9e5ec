// Columns of a matrix in flat memory: lanes are neighbours.
// point: x: LaneData.Signed(3 * 19), n: 19, d: 3
// lengths: x: LaneData.Signed(3 * N), n: N, d: 3
// lanes: 8
using DiffGen;

namespace Cases.Lanes;

public static partial class ColumnSums
{
    [Differentiable]
    public static double F(double[] x, int n, int d)
    {
        double total = 0;
        for (int i = 0; i < n; i++)
        {
            double s = 1;
            for (int j = 0; j < d; j++)
                s *= x[j * n + i];
            total += s * s;
        }
        return total;
    }
}
