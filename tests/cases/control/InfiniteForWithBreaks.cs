// for (;;) with two exits, and values that differ at each.
// point: x: 1.4
// point: x: 0.2
using System;
using DiffGen;

namespace Cases.Control;

public static partial class InfiniteForWithBreaks
{
    [Differentiable]
    public static double F(double x)
    {
        double s = x;
        int i = 0;
        for (; ; )
        {
            s = (s * s) + 0.1;
            if (s > 3)
                break;
            s += x;
            if (++i == 4)
                break;
        }
        return s * x;
    }
}
