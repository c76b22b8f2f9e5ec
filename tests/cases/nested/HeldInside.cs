// 3x²·y + 2y·x with every y held: by x 6xy + 2y, by y nothing. What a method holds constant on purpose stays constant in its companions, and StopGradient cuts what a companion returns.
// point: x: 0.7, y: 1.2
// kink: differences see the dependence that is cut on purpose
// gradient: 7.4399999999999995, 0.0
using System;
using DiffGen;

namespace Cases.Nested;

public static partial class HeldInside
{
    [Differentiable]
    public static double F(double x, double y) => GGradient(x, y) + Diff.StopGradient(HGradient(y)) * x;

    [Differentiable]
    private static double G(double x, [NoDerivative] double held) => x * x * x * held;

    [Differentiable]
    private static double H(double y) => y * y;
}
