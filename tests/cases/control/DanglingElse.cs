// if without else in a chain: the missing branch passes values through.
// point: x: 0.5
// point: x: 1.5
// point: x: 2.5
using System;
using DiffGen;

namespace Cases.Control;

public static partial class DanglingElse
{
    [Differentiable]
    public static double F(double x)
    {
        double s = x;
        if (x > 1)
            if (x > 2)
                s *= s;
            else
                s += 1;
        if (s > 3)
            s = Math.Sqrt(s);
        return s;
    }
}
