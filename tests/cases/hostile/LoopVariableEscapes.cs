// The loop variable lives on after the loop and multiplies an active value.
// point: x: 1.3
using System;
using DiffGen;

namespace Cases.Hostile;

public static partial class LoopVariableEscapes
{
    [Differentiable]
    public static double F(double x)
    {
        int i;
        double s = x;
        for (i = 0; s < 4; i++)
            s *= x;
        return s * i + x;
    }
}
