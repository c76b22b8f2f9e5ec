// Two carried values exchanged in each iteration.
// point: x: 1.3, y: 0.4
using System;
using DiffGen;

namespace Cases.Control;

public static partial class LoopCarriedSwap
{
    [Differentiable]
    public static double F(double x, double y)
    {
        double a = x, b = y;
        for (int i = 0; i < 5; i++)
        {
            double t = a;
            a = b * x;
            b = t + (y * 0.5);
        }
        return a - b;
    }
}
