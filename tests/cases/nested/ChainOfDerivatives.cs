// Derivatives 0 to 5 of sin(t³)exp(−t), each the forward companion of the one before; reference values computed with mpmath.
// point: t: 0.8
// value: -34.29715025388725
// gradient: -77.40543013338086
using System;
using DiffGen;

namespace Cases.Nested;

public static partial class ChainOfDerivatives
{
    [Differentiable]
    public static double F(double t) => D3Jvp(t, 1).Tangent;

    [Differentiable]
    private static double D3(double t) => D2Jvp(t, 1).Tangent;

    [Differentiable]
    private static double D2(double t) => D1Jvp(t, 1).Tangent;

    [Differentiable]
    private static double D1(double t) => D0Jvp(t, 1).Tangent;

    [Differentiable]
    private static double D0(double t) => Math.Sin(t * t * t) * Math.Exp(-t);
}
