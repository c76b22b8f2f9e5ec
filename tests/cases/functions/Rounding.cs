// Steps have derivative 0 between their jumps.
// point: x: 2.3, y: 1.5
using System;
using DiffGen;

namespace Cases.Functions;

public static partial class Rounding
{
    [Differentiable]
    public static double F(double x, double y) =>
        (Math.Floor(x) * y) + Math.Ceiling(x) + Math.Truncate(x) + (x * Math.Round(x)) + Math.Round(x, 1, MidpointRounding.AwayFromZero) + (Math.Sign(x) * y);
}
