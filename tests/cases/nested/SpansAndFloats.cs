// Read-only spans and slices as arguments and destinations, in single precision.
// point: x: [0.5f, -0.3f, 0.8f, 0.2f], s: 1.1f
using System;
using DiffGen;

namespace Cases.Nested;

public static partial class SpansAndFloats
{
    [Differentiable]
    public static float F(ReadOnlySpan<float> x, float s)
    {
        Span<float> g = stackalloc float[x.Length];
        float total = 0;
        float ds = NormGradient(x.Slice(1), s, g.Slice(1));
        total += ds * g[1] + g[3];
        total += NormValueAndGradient(x[..2], s, g[..2]).Value * g[0];
        return total;
    }

    [Differentiable]
    private static float Norm(ReadOnlySpan<float> x, float s)
    {
        float sum = s;
        foreach (float e in x)
            sum += e * e * s * MathF.Cos(e);
        return sum;
    }
}
