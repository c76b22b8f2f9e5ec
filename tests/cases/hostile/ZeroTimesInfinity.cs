// The slope of 1/x at 0 is infinite and would be multiplied by zero if the branch were masked instead of chosen.
// point: x: 0
// kink: the other branch begins next to the point
// value: 2
// gradient: 3
using System;
using DiffGen;

namespace Cases.Hostile;

public static partial class ZeroTimesInfinity
{
    [Differentiable]
    public static double F(double x)
    {
        double s = 2 + (3 * x);
        if (x != 0)
            s += x * x * Math.Sin(1 / x);
        return s;
    }
}
