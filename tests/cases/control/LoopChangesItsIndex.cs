// The body moves the loop variable.
// point: x: 1.05
using System;
using DiffGen;

namespace Cases.Control;

public static partial class LoopChangesItsIndex
{
    [Differentiable]
    public static double F(double x)
    {
        double s = x;
        for (int i = 0; i < 12; i++)
        {
            s = (s * x) + (0.1 * i);
            if (i % 3 == 0)
                i += 2;
        }
        return s;
    }
}
