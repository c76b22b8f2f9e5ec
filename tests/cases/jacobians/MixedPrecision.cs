// Some inputs and outputs are float, some double: the matrix is of double.
// point: p: new Pair(0.5f, 1.25), x: new float[] { 1f, 2f }, a: 0.75
using System;
using DiffGen;

namespace Cases.Jacobians;

public static partial class MixedPrecision
{
    public record struct Pair(float Low, double High);

    [Differentiable(Derivatives.Jvp | Derivatives.Vjp | Derivatives.Jacobian)]
    public static Pair F(Pair p, float[] x, double a)
    {
        var pairs = new Pair[2];
        pairs[0] = new Pair(p.Low * x[0], p.High * a);
        pairs[1] = pairs[0];
        pairs[1].Low += x[1] * (float)a;
        x[1] = pairs[1].Low * x[0];
        return new Pair(pairs[1].Low, pairs[0].High * pairs[1].High);
    }
}
