// The iteration for the derivative of a fixed point in a buffer would have to be differentiated.
// expect: DG0207 at F
using System;
using DiffGen;

namespace Rejected;

public static partial class FixedPointTwice
{
    [Differentiable(Derivatives.Hvp)]
    public static double F(double p)
    {
        Span<double> x = stackalloc double[1];
        x[0] = 1;
        Solve(x, p);
        return x[0];
    }

    [FixedPoint(nameof(Step))]
    public static void Solve(Span<double> x, double p)
    {
        for (int i = 0; i < 60; i++)
            Step(x, p);
    }

    [Differentiable]
    private static void Step(Span<double> x, double p) => x[0] = 0.5 * (x[0] + (p / x[0]));
}
