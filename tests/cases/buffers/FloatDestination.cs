// A double result written to a float buffer is rounded on the way.
// point: a: [1.5, -2.0], b: [0f, 0f]
using System;
using DiffGen;

namespace Cases.Buffers;

public static partial class FloatDestination
{
    [Differentiable]
    public static void F(double[] a, float[] b)
    {
        for (int i = 0; i < a.Length; i++)
            b[i] = (float)(a[i] * a[i]);
    }
}
