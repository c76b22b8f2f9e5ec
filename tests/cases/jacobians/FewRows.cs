// Two rows of a few inputs come from one pass, whose derivatives lie on the stack up to sixteen inputs and on the tape beyond.
// point: x: [0.5, -1.1], y: [2, 0.25, -0.75], s: 0.3
// point: x: [0.5, -1.1, 3, 0.2, 0.1, -0.6, 0.9, 1.2, -2], y: [2, 0.25, -0.75, 0.4, 1, 1.5, -0.2], s: 0.3
// point: x: [0.5, -1.1, 3, 0.2, 0.1, -0.6, 0.9, 1.2, -2, 0.7], y: [2, 0.25, -0.75, 0.4, 1, 1.5, -0.2], s: 0.3
using System;
using DiffGen;

namespace Cases.Jacobians;

public static partial class FewRows
{
    [Differentiable(Derivatives.Jvp | Derivatives.Vjp | Derivatives.Jacobian)]
    public static (double, double) F(ReadOnlySpan<double> x, ReadOnlySpan<double> y, double s)
    {
        double product = x[0] * y[1] * s;
        double last = x[^1] * Math.Sin(y[^1]);
        return (product + last, (x[1] * x[^1]) - (s * s * y[0]));
    }
}
