// The step of a fixed point writes to an array beside its state, in a method that it calls.
// expect: DG0027 at h
using System;
using DiffGen;

namespace Rejected;

public static partial class StepWritesBeside
{
    [FixedPoint(nameof(Step))]
    public static double Solve(double x, double p, double[] h)
    {
        for (int i = 0; i < 60; i++)
            x = Step(x, p, h);
        return x;
    }

    [Differentiable]
    private static double Step(double x, double p, double[] h)
    {
        Note(h, x);
        return 0.5 * (x + (p * h[0] / x));
    }

    private static void Note(double[] target, double x) => (target[1], _) = (x, x);
}
