// Two slices of one span overlap by an element.
// point: a: [1.0, 2.0, 3.0]
using System;
using DiffGen;

namespace Cases.Buffers;

public static partial class OverlappingSlices
{
    [Differentiable]
    public static double F(Span<double> a)
    {
        Span<double> left = a[..2], right = a[1..];
        left[1] = left[0] * right[1];
        right[0] += right[1];
        return left[1] * right[0] * left[0];
    }
}
