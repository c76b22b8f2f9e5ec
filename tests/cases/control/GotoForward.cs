// A forward goto skips statements at the same depth.
// point: x: 0.3
// point: x: -0.3
using System;
using DiffGen;

namespace Cases.Control;

public static partial class GotoForward
{
    [Differentiable]
    public static double F(double x)
    {
        double s = x * x;
        if (x > 0)
            goto end;
        s *= 3;
    end:
        return s + x;
    }
}
