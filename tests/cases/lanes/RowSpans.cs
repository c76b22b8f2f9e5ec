// A view for every row.
// point: x: LaneData.Signed(3 * 19), n: 19, d: 3
// lengths: x: LaneData.Signed(3 * N), n: N, d: 3
// lanes: 8
using System;
using DiffGen;

namespace Cases.Lanes;

public static partial class RowSpans
{
    [Differentiable]
    public static double F(ReadOnlySpan<double> x, int n, int d)
    {
        double total = 0;
        for (int i = 0; i < n; i++)
        {
            var row = x.Slice(i * d, d);
            double s = 0;
            for (int j = 0; j < row.Length; j++)
                s += row[j] * row[j] * (j + 1);
            total += Math.Sqrt(s);
        }
        return total;
    }
}
