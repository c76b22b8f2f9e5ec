// Optional and named arguments, evaluated in the order of the call.
// point: x: 0.7, y: 2
using System;
using DiffGen;

namespace Cases.Localfunctions;

public static partial class DefaultsAndNames
{
    [Differentiable]
    public static double F(double x, double y)
    {
        double Blend(double a, double b = 3, double t = 0.25) => (a * (1 - t)) + (b * b * t);

        return Blend(x) + Blend(b: y, a: x * y) + Blend(x, t: y);
    }
}
