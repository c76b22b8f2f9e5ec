// A private method without a mark, with private rules, called from a nested type.
// point: x: 0.7
using System;
using DiffGen;

namespace Cases.Derivativeof;

public static partial class PrivateToItsType
{
    [Differentiable]
    public static double F(double x) => Inner.Twice(x) * Hidden(x);

    private static double Hidden(double x) => Math.Round(x * 0) + x * x;

    [DerivativeOf(typeof(PrivateToItsType), nameof(Hidden))]
    private static (double, double) HiddenJvp(double x, double dx) => (Hidden(x), 2 * x * dx);

    [DerivativeOf(typeof(PrivateToItsType), nameof(Hidden))]
    private static double HiddenVjp(double x, double cotangent) => 2 * x * cotangent;

    private static partial class Inner
    {
        [Differentiable]
        public static double Twice(double x) => Hidden(x) + Hidden(2 * x);
    }
}
