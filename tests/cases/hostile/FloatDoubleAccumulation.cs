// Rounding to single precision inside a loop must happen in the primal sweep of every companion.
// point: x: 1.1f
using System;
using DiffGen;

namespace Cases.Hostile;

public static partial class FloatDoubleAccumulation
{
    [Differentiable]
    public static float F(float x)
    {
        float s = 0.1f;
        for (int i = 0; i < 10; i++)
            s = (float)((double)s * x) + 0.3f;
        return s;
    }
}
