// Two arguments that are only read may be the same memory.
// point: x: LaneData.Signed(19), n: 19
// lengths: x: LaneData.Signed(N), n: N
// lanes: 8
using System;
using DiffGen;

namespace Cases.Lanes;

public static partial class SameArgument
{
    [Differentiable]
    public static double F(double[] x, int n)
    {
        return Dot(x, x, n) + Dot(x.AsSpan(n / 2), x, n / 2);
    }

    [Differentiable]
    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b, int n)
    {
        double s = 0;
        for (int i = 0; i < n; i++)
            s += a[i] * b[i] * a[i];
        return s;
    }
}
