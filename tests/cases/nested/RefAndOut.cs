// Forward companions of a method with ref and out parameters.
// point: x: 0.7, y: 1.2
using System;
using DiffGen;

namespace Cases.Nested;

public static partial class RefAndOut
{
    [Differentiable]
    public static double F(double x, double y)
    {
        double u = x * y, du = y;
        (double value, double tangent) = StepJvp(x, ref u, out double w, 1, ref du, out double dw);
        return value * tangent + u * du + w * dw;
    }

    [Differentiable]
    private static double Step(double x, ref double u, out double w)
    {
        w = Math.Sin(u * x);
        u = u * u + x;
        return w * u;
    }
}
