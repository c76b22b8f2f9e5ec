// A float result has a float cotangent.
// point: x: 1.5, y: 0.5f
using System;
using DiffGen;

namespace Cases.Returns;

public static partial class FloatScalar
{
    [Differentiable]
    public static float F(double x, float y) => (float)(x * y) + (y * y);
}
