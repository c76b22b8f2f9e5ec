// The condition reads the active state that the body changes.
// point: x: 10
using System;
using DiffGen;

namespace Cases.Control;

public static partial class WhileOnActive
{
    [Differentiable]
    public static double F(double x)
    {
        double s = x;
        while (s > 1)
            s = (s * 0.5) - 0.01;
        return s * x;
    }
}
