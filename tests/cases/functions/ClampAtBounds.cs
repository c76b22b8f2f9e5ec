// Bounds are inclusive: there the adjoint is the value's.
// point: x: 0, lo: 0, hi: 1
// kink: at the lower bound
// gradient: 1 0 0
// point: x: 1, lo: 0, hi: 1
// kink: at the upper bound
// gradient: 1 0 0
using System;
using DiffGen;

namespace Cases.Functions;

public static partial class ClampAtBounds
{
    [Differentiable]
    public static double F(double x, double lo, double hi) => Math.Clamp(x, lo, hi);
}
