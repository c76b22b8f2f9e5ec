// Rows are copied to memory of the iteration.
// point: x: LaneData.Signed(4 * 19), n: 19, d: 19 > 22 ? 4 : 3
// lengths: x: LaneData.Signed(4 * N), n: N, d: N > 22 ? 4 : 3
// lanes: 8
using System;
using DiffGen;

namespace Cases.Lanes;

public static partial class RowSpanIntoScratch
{
    [Differentiable]
    public static double F(ReadOnlySpan<double> x, int n, int d)
    {
        Span<double> t = stackalloc double[3];
        double total = 0;
        for (int i = 0; i < n; i++)
        {
            x.Slice(i * d, d).CopyTo(t);
            total += t[0] * t[1] + t[2];
        }
        return total;
    }
}
