// A marked method may not return a span.
// expect: DG0006 at F
using System;
using DiffGen;

namespace Rejected;

public static partial class ReturnsSpan
{
    [Differentiable]
    public static Span<double> F(double[] x) => x.AsSpan(1);
}
