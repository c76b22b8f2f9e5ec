// The same derivatives of sin(t³)exp(−t) by forward and reverse mode in turn; reference values computed with mpmath.
// point: t: 0.8
// value: -34.29715025388725
// gradient: -77.40543013338086
using System;
using DiffGen;

namespace Cases.Nested;

public static partial class ChainOfBoth
{
    [Differentiable]
    public static double F(double t) => D3Vjp(t, 1);

    [Differentiable]
    private static double D3(double t) => D2Jvp(t, 1).Tangent;

    [Differentiable]
    private static double D2(double t) => D1ValueAndGradient(t).Gradient;

    [Differentiable]
    private static double D1(double t) => D0Jvp(t, 1).Tangent;

    [Differentiable]
    private static double D0(double t) => Math.Sin(t * t * t) * Math.Exp(-t);
}
