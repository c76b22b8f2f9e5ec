// Prefix and postfix increments of active values inside an expression: each sees the right version.
// point: x: 1.25
// value: 13.375
// gradient: 10
using System;
using DiffGen;

namespace Cases.Scalars;

public static partial class IncrementInsideExpression
{
    [Differentiable]
    public static double F(double x)
    {
        double y = x;
        double z = (y++ * x) + (++y * y--);
        return z + --y;
    }
}
