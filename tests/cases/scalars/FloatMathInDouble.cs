// A float passed to Math is widened first, the result narrowed by the cast.
// point: x: 0.4f, y: 0.9f
using System;
using DiffGen;

namespace Cases.Scalars;

public static partial class FloatMathInDouble
{
    [Differentiable]
    public static float F(float x, float y) => (float)(Math.Sin(x) * Math.Exp(-y)) + MathF.Cos(x * y);
}
