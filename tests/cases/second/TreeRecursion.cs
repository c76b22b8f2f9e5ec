// Two calls per level: forward cores and pullbacks share one tape, and so do their tangents.
// point: x: 0.7, w: [0.2, -0.5, 0.9], depth: 3
using System;
using DiffGen;

namespace Cases.Second;

public static partial class TreeRecursion
{
    [Differentiable(Derivatives.Default | Derivatives.Hvp)]
    public static double F(double x, ReadOnlySpan<double> w, int depth)
    {
        if (depth == 0)
            return Math.Tanh(x * w[0]);
        double left = F((x * w[1]) + 1, w, depth - 1);
        double right = F(x * left, w, depth - 1);
        return (left * right) + (w[2] * x);
    }
}
