// Two rules for one mode of one method.
// expect: DG0027 at DerivativeOf(typeof(Math), nameof(Math.Cos))
using System;
using DiffGen;

namespace Rejected;

public static partial class OfOthersTwice
{
    [Differentiable]
    public static double F(double x) => Math.Truncate(Diff.StopGradient(x)) + Sum(x);

    private static double Sum(double x) => x;

    [DerivativeOf(typeof(Math), "Cos")]
    private static double First(double x, double cotangent) => -Math.Sin(x) * cotangent;

    [DerivativeOf(typeof(Math), nameof(Math.Cos))]
    private static double Second(double x, double cotangent) => -Math.Sin(x) * cotangent;
}
