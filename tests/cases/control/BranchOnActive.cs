// Both branches write the same variables in different orders.
// point: x: 0.5, y: 2
// point: x: 2, y: 0.5
using System;
using DiffGen;

namespace Cases.Control;

public static partial class BranchOnActive
{
    [Differentiable]
    public static double F(double x, double y)
    {
        double a, b;
        if (x < y)
        {
            a = x * y;
            b = a + x;
        }
        else
        {
            b = x / y;
            a = b * b;
        }
        return a * b;
    }
}
