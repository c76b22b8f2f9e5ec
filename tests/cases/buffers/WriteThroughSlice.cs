// A slice is the same memory: writing it changes what the whole span reads.
// point: a: [1.0, 2.0, 3.0, 4.0]
using System;
using DiffGen;

namespace Cases.Buffers;

public static partial class WriteThroughSlice
{
    [Differentiable]
    public static double F(Span<double> a)
    {
        Span<double> tail = a[2..];
        tail[0] = a[0] * a[1];
        tail[1] *= tail[0];
        return (a[2] * a[2]) + a[3];
    }
}
