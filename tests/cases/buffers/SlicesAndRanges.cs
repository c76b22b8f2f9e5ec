// Slice, ranges, and indices from the end on spans.
// point: a: [1.0, 2.0, 3.0, 4.0, 5.0]
using System;
using DiffGen;

namespace Cases.Buffers;

public static partial class SlicesAndRanges
{
    [Differentiable]
    public static double F(ReadOnlySpan<double> a)
    {
        ReadOnlySpan<double> middle = a[1..^1];
        ReadOnlySpan<double> tail = a.Slice(3);
        ReadOnlySpan<double> pair = a.Slice(1, 2);
        double s = a[^1] * middle[0];
        for (int i = 0; i < middle.Length; i++)
            s += middle[i] * middle[^(i + 1)];
        s += tail[0] * tail[1] + (pair[0] * pair[1] * a[..2][1]);
        return s;
    }
}
