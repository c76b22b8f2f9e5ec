// Single precision throughout: values are rounded after each operation.
// point: x: 1.5f, y: 0.3f
using System;
using DiffGen;

namespace Cases.Scalars;

public static partial class FloatArithmetic
{
    [Differentiable]
    public static float F(float x, float y)
    {
        float a = x * y + 2f;
        float b = a / (x - y);
        return b * b - (a * 0.1f);
    }
}
