// A rule of the project comes before the one that DiffGen has for the method: here the derivative is cut off on one side.
// tolerance: 2e-3
// point: x: 0.5
// gradient: 7.2814136
// point: x: -0.5
// kink: x: -0.5
// gradient: 0
using System;
using DiffGen;

namespace Cases.Derivativeof;

public static partial class InsteadOfBuiltIn
{
    [Differentiable]
    public static double F(double x) => float.Exp10M1((float)x);

    [DerivativeOf(typeof(float), nameof(float.Exp10M1))]
    private static (float, float) ExpJvp(float d, float dd) => (float.Exp10M1(d), d < 0 ? 0 : dd * MathF.Log(10) * MathF.Pow(10, d));

    [DerivativeOf(typeof(float), nameof(float.Exp10M1))]
    private static float ExpVjp(float d, float cotangent) => d < 0 ? 0 : cotangent * MathF.Log(10) * MathF.Pow(10, d);
}
