// Recursion whose depth is a parameter.
// snapshot: the generated file
// point: x: 1.1, n: 0
// point: x: 1.1, n: 1
// point: x: 1.1, n: 12
using System;
using DiffGen;

namespace Cases.Calls;

public static partial class LinearRecursion
{
    [Differentiable]
    public static double F(double x, int n) => n == 0 ? x : Math.Sin(F(x, n - 1) * x) + x;
}
