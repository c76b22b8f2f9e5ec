// Half precision.
// expect: DG0115 at (Half)x
using System;
using DiffGen;

namespace Rejected;

public static partial class HalfLocal
{
    [Differentiable]
    public static double F(double x)
    {
        Half h = (Half)x;
        return x * (double)h;
    }
}
