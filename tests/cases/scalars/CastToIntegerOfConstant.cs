// Casts of inactive values to integers are free.
// point: x: 1.5, scale: 2.75
using System;
using DiffGen;

namespace Cases.Scalars;

public static partial class CastToIntegerOfConstant
{
    [Differentiable]
    public static double F(double x, [NoDerivative] double scale)
    {
        int whole = (int)scale;
        long longer = (long)(scale * 10);
        return (x * whole) + (x * x * longer);
    }
}
