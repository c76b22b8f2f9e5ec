// &, | and ^ on bool evaluate both sides.
// point: x: 2, y: 3
// point: x: -2, y: 3
using System;
using DiffGen;

namespace Cases.Scalars;

public static partial class LogicalOperators
{
    [Differentiable]
    public static double F(double x, double y)
    {
        double s = 0;
        bool a = x > 0 & (s += x) > 1;
        bool b = y < 0 | (s += y * x) > 0;
        return a ^ b ? s * s : s + (a ? x : y);
    }
}
