// An index beyond the end of a view that is written throws.
// point: x: LaneData.Signed(3 * 19), y: new double[3 * 19 + 1], n: 19, d: 3, m: 19 > 20 ? 4 : 3
// lengths: x: LaneData.Signed(3 * N), y: new double[3 * N + 1], n: N, d: 3, m: N > 20 ? 4 : 3
// lanes: 8
using System;
using DiffGen;

namespace Cases.Lanes;

public static partial class RowWriteTooLarge
{
    [Differentiable]
    public static void F(double[] x, double[] y, int n, int d, int m)
    {
        for (int i = 0; i < n; i++)
        {
            var to = y.AsSpan(i * d, d);
            for (int j = 0; j < m; j++)
                to[j] = x[i * d] * j;
        }
    }
}
