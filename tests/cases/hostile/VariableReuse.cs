// One variable plays many parts, before, in and after loops.
// point: x: 1.2, y: 0.8
using System;
using DiffGen;

namespace Cases.Hostile;

public static partial class VariableReuse
{
    [Differentiable]
    public static double F(double x, double y)
    {
        double t = x;
        t = t * t;
        for (int i = 0; i < 3; i++)
            t = t + y;
        double u = t;
        t = y;
        t *= u;
        for (int i = 0; i < 2; i++)
        {
            u = t;
            t = u * x;
        }
        return t + u;
    }
}
