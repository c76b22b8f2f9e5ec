// Options of a later step are named, not ignored.
// expect: DG0018 at Differentiable(FloatingPoint = FloatingPoint.Fast)
using System;
using DiffGen;

namespace Rejected;

public static partial class FastMode
{
    [Differentiable(FloatingPoint = FloatingPoint.Fast)]
    public static double F(double x) => x * x;
}
