// A view from the element of the iteration to the end.
// point: x: LaneData.Signed(19 + 2), n: 19
// lengths: x: LaneData.Signed(N + 2), n: N
// lanes: no
using System;
using DiffGen;

namespace Cases.Lanes;

public static partial class TailSpans
{
    [Differentiable]
    public static double F(double[] x, int n)
    {
        double total = 0;
        for (int i = 0; i < n; i++)
        {
            var rest = x.AsSpan(i);
            total += rest[0] * rest[2];
        }
        return total;
    }
}
