// Views of rows that a table names: their starts differ from lane to lane in any way.
// point: w: LaneData.Signed(3 * 19), row: LaneData.Places(19), x: LaneData.Signed(19, 5)
// lengths: w: LaneData.Signed(3 * N), row: LaneData.Places(N), x: LaneData.Signed(N, 5)
// lanes: 8
using System;
using DiffGen;

namespace Cases.Lanes;

public static partial class RowSpansByTable
{
    [Differentiable]
    public static double F(double[] w, int[] row, double[] x)
    {
        double s = 0;
        for (int i = 0; i < row.Length; i++)
        {
            Span<double> r = w.AsSpan(row[i] * 3, 3);
            int o = x[i] > 0 ? 3 * i : 0;
            Span<double> q = w.AsSpan(o, 3);
            s += (r[0] * r[1]) + r[2] + Dot(r, q);
        }
        return s;
    }

    [Differentiable]
    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double sum = 0;
        for (int k = 0; k < a.Length; k++)
            sum += a[k] * b[k];
        return sum;
    }
}
