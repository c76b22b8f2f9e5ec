// No parameter of the method carries a derivative, so that there is no rule for it.
// expect: DG0027 at DerivativeOf(typeof(Math), nameof(Math.BigMul))
using System;
using DiffGen;

namespace Rejected;

public static partial class OfOthersType
{
    [Differentiable]
    public static double F(double x) => Sum(x);

    private static double Sum(double x) => x;

    [DerivativeOf(typeof(Math), nameof(Math.BigMul))]
    private static (double, double) BigMulJvp(double x, double dx) => (x, dx);
}
