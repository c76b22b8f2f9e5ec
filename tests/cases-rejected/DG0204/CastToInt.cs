// A cast of an active value to int loses its derivative.
// expect: DG0204 at (int)x
using System;
using DiffGen;

namespace Rejected;

public static partial class CastToInt
{
    [Differentiable]
    public static double F(double x)
    {
        int n = (int)x;
        return x * n;
    }
}
