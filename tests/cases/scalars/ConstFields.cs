// const and static readonly scalars are constants of the derivative too.
// point: x: 0.9
using System;
using DiffGen;

namespace Cases.Scalars;

public static partial class ConstFields
{
    private const double Half = 0.5;
    private const int Three = 3;
    private static readonly double Rate = 1.25;

    [Differentiable]
    public static double F(double x)
    {
        const double local = 4;
        return (Half * x * x) + (Three * x) + Math.Exp(Rate * x) / local;
    }
}
