// A rule of the project comes before the one that DiffGen has for the method: here the root gets a derivative of zero at zero.
// point: x: 2
// gradient: 0.35355339059327373
// point: x: 0
// kink: x: 0
// gradient: 0
using System;
using DiffGen;

namespace Cases.Derivativeof;

public static partial class InsteadOfBuiltIn
{
    [Differentiable]
    public static double F(double x) => Math.Sqrt(x);

    [DerivativeOf(typeof(Math), nameof(Math.Sqrt))]
    private static (double, double) SqrtJvp(double d, double dd) => (Math.Sqrt(d), d == 0 ? 0 : dd / (2 * Math.Sqrt(d)));

    [DerivativeOf(typeof(Math), nameof(Math.Sqrt))]
    private static double SqrtVjp(double d, double cotangent) => d == 0 ? 0 : cotangent / (2 * Math.Sqrt(d));
}
