// A body that runs before its condition is looked at.
// point: x: 0.7
// point: x: 3
using System;
using DiffGen;

namespace Cases.Control;

public static partial class DoWhile
{
    [Differentiable]
    public static double F(double x)
    {
        double s = x;
        int n = 0;
        do
        {
            s *= 1.5;
            n++;
        }
        while (s < 2 && n < 5);
        return s + (n * x);
    }
}
