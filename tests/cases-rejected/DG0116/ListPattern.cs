// A list pattern.
// expect: DG0116 at [var first, ..]
using System;
using DiffGen;

namespace Rejected;

public static partial class ListPattern
{
    [Differentiable]
    public static double F(double[] x) => x is [var first, ..] ? first * first : 0;
}
