// A thousand levels deep.
// point: x: 0.999, n: 1000
// tolerance: 1e-5 the thousandth power amplifies rounding
using System;
using DiffGen;

namespace Cases.Calls;

public static partial class DeepRecursion
{
    [Differentiable]
    public static double F(double x, int n) => n == 0 ? x : (x * F(x, n - 1)) + 0.001;
}
