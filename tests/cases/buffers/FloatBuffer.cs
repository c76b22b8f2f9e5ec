// Single precision in a buffer, summed in double.
// point: a: [1.5f, -2f, 0.5f]
using System;
using DiffGen;

namespace Cases.Buffers;

public static partial class FloatBuffer
{
    [Differentiable]
    public static double F(ReadOnlySpan<float> a)
    {
        double s = 0;
        foreach (float e in a)
            s += (double)e * e;
        return Math.Sqrt(s);
    }
}
