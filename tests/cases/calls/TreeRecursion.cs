// Two recursive calls: Fibonacci numbers as a function of their start.
// point: x: 0.4, y: 0.6, n: 8
using System;
using DiffGen;

namespace Cases.Calls;

public static partial class TreeRecursion
{
    [Differentiable]
    public static double F(double x, double y, int n)
    {
        if (n == 0)
            return x;
        if (n == 1)
            return y;
        return (F(x, y, n - 1) * 0.9) + (F(x, y, n - 2) * x);
    }
}
