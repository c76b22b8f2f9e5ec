// continue in a do loop jumps to the condition.
// point: x: 1.2
using System;
using DiffGen;

namespace Cases.Control;

public static partial class DoWhileContinue
{
    [Differentiable]
    public static double F(double x)
    {
        double s = 0;
        int i = 0;
        do
        {
            i++;
            if (i == 2)
                continue;
            s += x * i * s + x;
            if (i == 4)
                break;
        }
        while (i < 6);
        return s;
    }
}
