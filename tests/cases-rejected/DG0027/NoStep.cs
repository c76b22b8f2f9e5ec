// A fixed point that names no step.
// expect: DG0027 at FixedPoint
using System;
using DiffGen;

namespace Rejected;

public static partial class NoStep
{
    [FixedPoint]
    public static double Solve(double x, double a) => a;
}
