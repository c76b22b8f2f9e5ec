// The right operand of && and || has side effects: it must run exactly when the primal runs it.
// point: x: 2, y: 3
// point: x: -2, y: 3
// point: x: 2, y: -3
// point: x: -2, y: -3
using System;
using DiffGen;

namespace Cases.Scalars;

public static partial class ShortCircuit
{
    [Differentiable]
    public static double F(double x, double y)
    {
        double s = x * y;
        if (x > 0 && (s += y * y) > 0)
            s *= x;
        if (y > 0 || (s = s * 2 + x) < 0)
            s += y;
        return s;
    }
}
