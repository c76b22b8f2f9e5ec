// The bound is a variable that the body changes.
// point: x: 1.05
using System;
using DiffGen;

namespace Cases.Control;

public static partial class LoopChangesItsBound
{
    [Differentiable]
    public static double F(double x)
    {
        int n = 3;
        double s = x;
        for (int i = 0; i < n; i++)
        {
            if (i == 1)
                n = 6;
            s *= x + i;
        }
        return s;
    }
}
