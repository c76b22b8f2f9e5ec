// (a, b) = (b, a + b): the right side is read before anything is written.
// point: x: 1.3, y: 0.4
using System;
using DiffGen;

namespace Cases.Control;

public static partial class TupleSwap
{
    [Differentiable]
    public static double F(double x, double y)
    {
        double a = x, b = y;
        for (int i = 0; i < 6; i++)
            (a, b) = (b, (a * 0.9) + (b * x));
        return a * b;
    }
}
