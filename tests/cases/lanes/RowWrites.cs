// Rows are written through views.
// point: x: LaneData.Signed(3 * 19), y: new double[3 * 19], n: 19, d: 3
// lengths: x: LaneData.Signed(3 * N), y: new double[3 * N], n: N, d: 3
// lanes: 8
using System;
using DiffGen;

namespace Cases.Lanes;

public static partial class RowWrites
{
    [Differentiable]
    public static void F(double[] x, double[] y, int n, int d)
    {
        for (int i = 0; i < n; i++)
        {
            var from = x.AsSpan(i * d, d);
            var to = y.AsSpan(i * d, d);
            double s = 0;
            for (int j = 0; j < d; j++)
                s += from[j] * from[j];
            for (int j = 0; j < d; j++)
                to[j] = from[j] / (1 + s);
        }
    }
}
