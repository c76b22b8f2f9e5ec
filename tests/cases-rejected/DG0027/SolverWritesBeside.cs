// The solver of a fixed point writes to a parameter that is not its state.
// expect: DG0027 at h
using System;
using DiffGen;

namespace Rejected;

public static partial class SolverWritesBeside
{
    [Differentiable]
    public static double F(double p, Span<double> h)
    {
        Span<double> x = stackalloc double[1];
        Solve(x, p, h);
        return h[0];
    }

    [FixedPoint(nameof(Step))]
    public static void Solve(Span<double> x, double p, Span<double> h)
    {
        for (int i = 0; i < 60; i++)
            Step(x, p, h);
        h[0] = x[0];
    }

    [Differentiable]
    private static void Step(Span<double> x, double p, Span<double> h) => x[0] = 0.5 * (x[0] + (p * h[0] / x[0]));
}
