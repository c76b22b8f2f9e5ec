// The gradient of a gradient, and the value beside it.
// point: x: 1.5, y: 0.7
using System;
using DiffGen;

namespace Cases.Nested;

public static partial class GradientOfScalar
{
    [Differentiable]
    public static double F(double x, double y)
    {
        (double dx, double dy) = GGradient(x, y);
        var (value, gradient) = GValueAndGradient(x * y, y);
        return dx * dy + value * gradient.x - gradient.y;
    }

    [Differentiable]
    private static double G(double x, double y) => x * x * Math.Sin(y) + Math.Exp(x * y);
}
