// Two methods that call each other.
// point: x: 0.7, n: 7
using System;
using DiffGen;

namespace Cases.Calls;

public static partial class MutualRecursion
{
    [Differentiable]
    public static double F(double x, int n) => n == 0 ? x : Math.Cos(Odd(x, n - 1)) * x;

    [Differentiable]
    private static double Odd(double x, int n) => n == 0 ? 1 : (F(x + 0.1, n - 1) * x) + 0.5;
}
