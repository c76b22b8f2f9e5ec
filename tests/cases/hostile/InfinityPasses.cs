// Plain multiplication is plain IEEE: infinity times zero is NaN.
// point: x: 0, y: double.PositiveInfinity
// kink: infinite values
// value: NaN
using System;
using DiffGen;

namespace Cases.Hostile;

public static partial class InfinityPasses
{
    [Differentiable]
    public static double F(double x, double y) => x * y;
}
