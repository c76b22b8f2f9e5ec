// An index beyond the end of a view throws, though there is another row behind it.
// point: x: LaneData.Signed(3 * 19 + 1), n: 19, d: 3, k: 19 > 20 ? 3 : 1
// lengths: x: LaneData.Signed(3 * N + 1), n: N, d: 3, k: N > 20 ? 3 : 1
// lanes: 8
using System;
using DiffGen;

namespace Cases.Lanes;

public static partial class RowIndexTooLarge
{
    [Differentiable]
    public static double F(double[] x, int n, int d, int k)
    {
        double total = 0;
        for (int i = 0; i < n; i++)
        {
            var row = x.AsSpan(i * d, d);
            total += row[k] * row[k];
        }
        return total;
    }
}
