// A variable passed by reference is input and output; one that only comes out has no direction.
// point: x: 0.8, r: -1.2, s: 0.3
using System;
using DiffGen;

namespace Cases.Second;

public static partial class RefInput
{
    [Differentiable(Derivatives.Default | Derivatives.Hvp)]
    public static double F(double x, ref double r, in double s, out double o)
    {
        o = x * r;
        r = Math.Sin(r * x) * s;
        return r * r * o;
    }
}
