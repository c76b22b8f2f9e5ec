// exp is its own third derivative; so is x·exp(x) + 3·exp(x) of x·exp(x), and 210·x⁴ of x⁷.
// point: x: 1.25
// value: 531.0196130266746
// gradient: 1662.4396434841365
using System;
using DiffGen;

namespace Cases.Nested;

public static partial class ThirdDerivativeOfExp
{
    [Differentiable]
    public static double F(double x) => SecondGradient(x);

    [Differentiable]
    private static double Second(double x) => FirstJvp(x, 1).Tangent;

    [Differentiable]
    private static double First(double x) => FunctionGradient(x);

    [Differentiable]
    private static double Function(double x) => Math.Exp(x) + x * Math.Exp(x) + Math.Pow(x, 7);
}
