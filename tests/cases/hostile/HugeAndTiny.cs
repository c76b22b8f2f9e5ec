// Numbers near the ends of the range.
// point: x: 1e150, y: 1e-150
// kink: a step of differences is far from this scale
// value: 1
// gradient: 1e-150 1e150
using System;
using DiffGen;

namespace Cases.Hostile;

public static partial class HugeAndTiny
{
    [Differentiable]
    public static double F(double x, double y) => x * y;
}
