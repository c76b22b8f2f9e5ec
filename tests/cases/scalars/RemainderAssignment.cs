// Compound remainder and compound everything: each reads the value it overwrites.
// point: x: 2.6, y: 1.1
using System;
using DiffGen;

namespace Cases.Scalars;

public static partial class RemainderAssignment
{
    [Differentiable]
    public static double F(double x, double y)
    {
        double s = x;
        s += y * x;
        s -= 0.25 * y;
        s *= s + y;
        s /= x + s;
        s %= 0.9;
        return s * x;
    }
}
