// MaxMagnitude and MinMagnitude compare absolute values and return the argument itself.
// point: x: 2, y: -3
// point: x: -4, y: 3
using System;
using DiffGen;

namespace Cases.Functions;

public static partial class MaxMagnitude
{
    [Differentiable]
    public static double F(double x, double y) => (3 * Math.MaxMagnitude(x, y)) + (x * Math.MinMagnitude(x, y));
}
