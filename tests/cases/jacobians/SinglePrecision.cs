// All that is active is single precision: sixteen lanes, and a matrix of float.
// point: x: new float[] { 0.5f, -1.5f, 2f, 0.25f, 1f, -0.75f, 0.1f, 0.2f, 0.3f, 0.4f, 0.5f, 0.6f, 0.7f, 0.8f, 0.9f, 1f, 1.1f, 1.2f, 1.3f }, s: 1.5f
using System;
using DiffGen;

namespace Cases.Jacobians;

public static partial class SinglePrecision
{
    [Differentiable(Derivatives.Jvp | Derivatives.Vjp | Derivatives.Jacobian)]
    public static float[] F(ReadOnlySpan<float> x, float s)
    {
        var y = new float[x.Length];
        for (int i = 0; i < x.Length; i++)
            y[i] = (s * x[i] * x[(i + 1) % x.Length]) + MathF.Exp(-x[i] * x[i]);
        return y;
    }
}
