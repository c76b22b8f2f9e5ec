// A loop written with goto.
// expect: DG0112 at goto again;
using System;
using DiffGen;

namespace Rejected;

public static partial class BackwardGoto
{
    [Differentiable]
    public static double F(double x)
    {
        double s = x;
    again:
        s *= x;
        if (s < 10)
            goto again;
        return s;
    }
}
