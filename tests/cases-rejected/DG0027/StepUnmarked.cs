// The step of a fixed point has no derivatives.
// expect: DG0027 at FixedPoint(nameof(Step))
using System;
using DiffGen;

namespace Rejected;

public static partial class StepUnmarked
{
    [FixedPoint(nameof(Step))]
    public static double Solve(double x, double a) => a;

    public static double Step(double x, double a) => a;
}
