// Pow in both arguments, sqrt, cbrt, roots.
// point: x: 1.7, y: 2.3
using System;
using DiffGen;

namespace Cases.Functions;

public static partial class Powers
{
    [Differentiable]
    public static double F(double x, double y) =>
        Math.Pow(x, y) + Math.Pow(x, 3) + Math.Pow(2, y) + Math.Sqrt(x) + Math.Cbrt(x) + double.RootN(x, 5) + Math.Pow(x, -0.5);
}
