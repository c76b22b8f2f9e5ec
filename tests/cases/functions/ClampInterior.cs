// Inside, the adjoint goes to the value; outside to the bound that was returned.
// point: x: 0.5, lo: 0, hi: 1
// gradient: 1 0 0
// point: x: -0.5, lo: 0, hi: 1
// gradient: 0 1 0
// point: x: 1.5, lo: 0, hi: 1
// gradient: 0 0 1
using System;
using DiffGen;

namespace Cases.Functions;

public static partial class ClampInterior
{
    [Differentiable]
    public static double F(double x, double lo, double hi) => Math.Clamp(x, lo, hi);
}
