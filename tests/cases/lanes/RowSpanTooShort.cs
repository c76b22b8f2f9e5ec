// A view beyond the end throws, though what it holds too much is never read.
// point: x: LaneData.Signed(30), n: 10, d: 3
// lengths: x: LaneData.Signed(3 * N - (N > 10 ? 1 : 0)), n: N, d: 3
// lanes: 8
using System;
using DiffGen;

namespace Cases.Lanes;

public static partial class RowSpanTooShort
{
    [Differentiable]
    public static double F(double[] x, int n, int d)
    {
        double total = 0;
        for (int i = 0; i < n; i++)
        {
            var row = x.AsSpan(i * d, d);
            total += row[0] * row[1];
        }
        return total;
    }
}
