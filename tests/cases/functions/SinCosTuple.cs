// Math.SinCos returns both; deconstruction and fields reach the same numbers.
// point: x: 0.7
using System;
using DiffGen;

namespace Cases.Functions;

public static partial class SinCosTuple
{
    [Differentiable]
    public static double F(double x)
    {
        (double s, double c) = Math.SinCos(x);
        var both = Math.SinCos(2 * x);
        return (s * c) + (both.Sin * x) + both.Cos;
    }
}
