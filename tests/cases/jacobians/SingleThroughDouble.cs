// Single precision outside, double precision inside: eight lanes of either.
// point: x: new float[] { 0.5f, -1.5f, 2f }, s: 1.5f
using System;
using DiffGen;

namespace Cases.Jacobians;

public static partial class SingleThroughDouble
{
    [Differentiable(Derivatives.Jvp | Derivatives.Vjp | Derivatives.Jacobian)]
    public static (float A, float B) F(float[] x, float s)
    {
        double sum = 0;
        foreach (float value in x)
            sum += Math.Sin(value) * s;
        return ((float)sum, (float)(sum * sum) + x[0]);
    }
}
