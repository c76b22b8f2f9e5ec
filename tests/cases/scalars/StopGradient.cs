// The value passes, the derivative does not.
// point: x: 1.5, y: 2
// kink: differences see the dependence that is cut on purpose
// value: 8.5
// gradient: 3 2
using System;
using DiffGen;

namespace Cases.Scalars;

public static partial class StopGradient
{
    [Differentiable]
    public static double F(double x, double y)
    {
        double held = Diff.StopGradient(x * y);
        return (held * x) + (y * Diff.StopGradient(y));
    }
}
