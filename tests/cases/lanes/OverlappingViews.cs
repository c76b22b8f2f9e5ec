// A view that overlaps what is read: iterations depend on each other.
// point: x: LaneData.Signed(19)
// lengths: x: LaneData.Signed(N)
// lanes: no
using System;
using DiffGen;

namespace Cases.Lanes;

public static partial class OverlappingViews
{
    [Differentiable]
    public static double F(double[] x)
    {
        if (x.Length < 3)
            return 0;
        var a = x.AsSpan(0, x.Length - 2);
        var b = x.AsSpan(2);
        for (int i = 0; i < a.Length; i++)
            b[i] = a[i] * 0.5 + b[i];
        return x[^1];
    }
}
