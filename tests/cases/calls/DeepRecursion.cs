// A thousand levels deep.
// point: x: 0.999, n: 1000
// kink: the slope of a thousandth power changes within a step of differences
using System;
using DiffGen;

namespace Cases.Calls;

public static partial class DeepRecursion
{
    [Differentiable]
    public static double F(double x, int n) => n == 0 ? x : (x * F(x, n - 1)) + 0.001;
}
