// Each element becomes the sum up to it: reads an element that was just written.
// snapshot: the generated file
// point: a: [1.5, -2, 0.5, 0.25]
using System;
using DiffGen;

namespace Cases.Buffers;

public static partial class InPlacePrefixSum
{
    [Differentiable]
    public static void F(Span<double> a)
    {
        for (int i = 1; i < a.Length; i++)
            a[i] += a[i - 1] * a[i];
    }
}
