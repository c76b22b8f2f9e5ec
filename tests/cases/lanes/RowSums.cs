// Rows of a matrix in flat memory: the inner loop steps by one, lanes by the length of a row.
// point: x: LaneData.Signed(3 * 19), n: 19, d: 3
// lengths: x: LaneData.Signed(3 * N), n: N, d: 3
// lanes: 8
using System;
using DiffGen;

namespace Cases.Lanes;

public static partial class RowSums
{
    [Differentiable]
    public static double F(double[] x, int n, int d)
    {
        double total = 0;
        for (int i = 0; i < n; i++)
        {
            double s = 0;
            for (int j = 0; j < d; j++)
                s += x[i * d + j] * x[i * d + j] * (j + 1);
            total += Math.Sin(s);
        }
        return total;
    }
}
