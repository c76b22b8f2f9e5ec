// MathF and the static members of float.
// point: x: 0.4f, y: 1.3f
using System;
using DiffGen;

namespace Cases.Functions;

public static partial class FloatFunctions
{
    [Differentiable]
    public static float F(float x, float y) =>
        MathF.Sin(x) + MathF.Exp(y) + MathF.Pow(y, x) + MathF.Sqrt(x) + float.Hypot(x, y) + MathF.Tanh(x) + MathF.Log(y) + MathF.Atan2(x, y) + float.LogP1(x);
}
