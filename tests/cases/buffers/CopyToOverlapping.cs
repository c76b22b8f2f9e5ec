// Source and destination of a copy overlap: the copy behaves as through a temporary.
// point: a: [1.0, 2.0, 3.0, 4.0, 5.0]
using System;
using DiffGen;

namespace Cases.Buffers;

public static partial class CopyToOverlapping
{
    [Differentiable]
    public static double F(Span<double> a)
    {
        a[..4].CopyTo(a[1..]);
        double s = 0;
        for (int i = 0; i < a.Length; i++)
            s += a[i] * a[i] * (i + 1);
        return s;
    }
}
