// At a minimum the gradient is zero, and singular functions (logarithm, power, root) appear in it: a zero factor must not swallow the other's derivative.
// point: x: 1, y: 2
using System;
using DiffGen;

namespace Cases.Nested;

public static partial class StationaryPoint
{
    [Differentiable]
    public static double F(double x, double y)
    {
        (double dx, double dy) = GGradient(x, y);
        return dx * y + dy * x + HJvp(y, x - 1).Tangent;
    }

    [Differentiable]
    private static double G(double x, double y) => Math.Pow(Math.Log(x), 2) + Math.Sqrt(1 + (y - 2) * (y - 2));

    [Differentiable]
    private static double H(double y) => Math.Sqrt(y) * Math.Log(y);
}
