// x - x and x / x: zero derivatives that are computed, not assumed.
// point: x: 1.2
// value: 1
// gradient: 0
using System;
using DiffGen;

namespace Cases.Hostile;

public static partial class SubtractedFromItself
{
    [Differentiable]
    public static double F(double x) => (x - x) + (x / x);
}
