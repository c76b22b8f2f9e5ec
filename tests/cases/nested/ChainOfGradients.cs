// The same derivatives of sin(t³)exp(−t) by reverse mode over reverse mode; reference values computed with mpmath.
// point: t: 0.8
// value: -34.29715025388725
// gradient: -77.40543013338086
using System;
using DiffGen;

namespace Cases.Nested;

public static partial class ChainOfGradients
{
    [Differentiable]
    public static double F(double t) => D3Gradient(t);

    [Differentiable]
    private static double D3(double t) => D2Gradient(t);

    [Differentiable]
    private static double D2(double t) => D1Gradient(t);

    [Differentiable]
    private static double D1(double t) => D0Gradient(t);

    [Differentiable]
    private static double D0(double t) => Math.Sin(t * t * t) * Math.Exp(-t);
}
