// One value read many times: its adjoint is a sum.
// point: x: 0.8
using System;
using DiffGen;

namespace Cases.Scalars;

public static partial class RepeatedUse
{
    [Differentiable]
    public static double F(double x)
    {
        double y = x * x;
        return (y * y) + (y / (y + x)) - (x * y * x) + Math.Sin(y) * y;
    }
}
