// The rule is that of Sin, but for its second parameter.
// expect: DG0027 at DerivativeOf(typeof(Math), nameof(Math.Sin))
using System;
using DiffGen;

namespace Rejected;

public static partial class OfOthersParameter
{
    [Differentiable]
    public static double F(double x) => Sum(Math.Sin(x));

    private static double Sum(double x) => x;

    [DerivativeOf(typeof(Math), nameof(Math.Sin))]
    private static (double, double) SinJvp(double x, float dx) => (Math.Sin(x), Math.Cos(x) * dx);
}
