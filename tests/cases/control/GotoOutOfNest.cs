// goto leaves two loops at once.
// point: x: 1.3
using System;
using DiffGen;

namespace Cases.Control;

public static partial class GotoOutOfNest
{
    [Differentiable]
    public static double F(double x)
    {
        double s = 1;
        for (int i = 0; i < 10; i++)
        {
            for (int j = 0; j < 10; j++)
            {
                s += x * j;
                if (s > 14)
                    goto found;
                s *= 1.01;
            }
        }
        s = -s;
    found:
        return s * x;
    }
}
