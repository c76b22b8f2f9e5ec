// 0 * x is not 0 for every x, and x + 0 is not x for -0: values stay as the primal's.
// point: x: double.NaN
// kink: not a number
// value: NaN
// point: x: double.PositiveInfinity
// kink: infinite
// value: NaN
// point: x: 1.5
// value: 0
// gradient: 0
using System;
using DiffGen;

namespace Cases.Hostile;

public static partial class ConstantFoldingTrap
{
    [Differentiable]
    public static double F(double x) => (0 * x) + 0.0;
}
