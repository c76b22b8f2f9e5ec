// At the kink of Abs the first derivative is 0 by convention, and so is the second.
// point: x: 0, y: 3
// kink: Abs at 0
// value: 9
// gradient: 0 6
// direction: 1 1
// hvp: 0 2
// point: x: -2, y: 3
using System;
using DiffGen;

namespace Cases.Second;

public static partial class AbsAtZero
{
    [Differentiable(Derivatives.Default | Derivatives.Hvp)]
    public static double F(double x, double y) => Math.Abs(x) + (y * y);
}
