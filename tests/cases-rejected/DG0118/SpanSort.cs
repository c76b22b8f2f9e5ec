// Sorting a span is no supported operation.
// expect: DG0118 at x.Sort()
using System;
using DiffGen;

namespace Rejected;

public static partial class SpanSort
{
    [Differentiable]
    public static double F(Span<double> x)
    {
        x.Sort();
        return x[0];
    }
}
