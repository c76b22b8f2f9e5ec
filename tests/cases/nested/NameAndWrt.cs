// Companions with a name of their own and with a choice of variables; the outer derivative flows through all arguments all the same.
// point: x: 0.7, y: 1.2
using System;
using DiffGen;

namespace Cases.Nested;

public static partial class NameAndWrt
{
    [Differentiable]
    public static double F(double x, double y) =>
        ByXGradient(x, y) * y + ByXJvp(x * y, y, 2).Tangent + BothGradient(x, y).y * BothVjp(x, y, 3).x + Inner.SlopeGradient(x, y);

    [Differentiable(Name = "ByX", Wrt = new[] { nameof(x) })]
    [Differentiable(Name = "Both")]
    private static double G(double x, double y) => Math.Exp(x * y) * x;

    public static partial class Inner
    {
        [Differentiable(Name = "Slope", Wrt = new[] { nameof(y) })]
        internal static double H(double x, double y) => x * y * y * y;
    }
}
