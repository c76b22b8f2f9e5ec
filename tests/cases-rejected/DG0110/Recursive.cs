// A recursive local function would never end if it were lowered in place.
// expect: DG0110 at Power(v, n - 1)
using System;
using DiffGen;

namespace Rejected;

public static partial class Recursive
{
    [Differentiable]
    public static double F(double x)
    {
        return Power(x, 3);

        static double Power(double v, int n) => n == 0 ? 1 : v * Power(v, n - 1);
    }
}
