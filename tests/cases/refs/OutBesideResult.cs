// A result and an out parameter, with the out parameter first.
// point: x: 1.5, y: 2.5
using System;
using DiffGen;

namespace Cases.Refs;

public static partial class OutBesideResult
{
    [Differentiable]
    public static double F(out double square, double x, double y)
    {
        square = x * x;
        double s = square * y;
        square += y;
        return s;
    }
}
