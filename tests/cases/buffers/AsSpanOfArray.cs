// Array parameters seen through spans.
// point: a: [1.5, -2.0, 3.0]
using System;
using DiffGen;

namespace Cases.Buffers;

public static partial class AsSpanOfArray
{
    [Differentiable]
    public static double F(double[] a)
    {
        Span<double> s = a.AsSpan();
        ReadOnlySpan<double> r = a;
        s[1] = r[0] * r[2];
        return r[1] * s[1] + a[1];
    }
}
