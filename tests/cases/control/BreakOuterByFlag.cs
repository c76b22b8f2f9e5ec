// A flag set in the inner loop ends the outer one.
// point: x: 1.3
using System;
using DiffGen;

namespace Cases.Control;

public static partial class BreakOuterByFlag
{
    [Differentiable]
    public static double F(double x)
    {
        double s = 1;
        bool done = false;
        for (int i = 0; i < 10 && !done; i++)
        {
            for (int j = 0; j < 10; j++)
            {
                s *= x;
                if (s > 4)
                {
                    done = true;
                    break;
                }
            }
            s += x;
        }
        return s;
    }
}
