// A return from the middle of a loop, after some work of that iteration.
// point: x: 6, y: 7
// value: 336.0
// gradient: 56.0 90.0
// direction: 1 -0.5
// hvp: -7.5 9
// The numbers are reference values in 17 digits for clad EarlyReturns.C midEarly.
// point: x: 0.5, y: 0.25
using System;
using DiffGen;

namespace Cases.Control;

public static partial class EarlyReturnInLoop
{
    [Differentiable]
    public static double F(double x, double y)
    {
        double p = 1;
        for (int i = 0; i < 4; i++)
        {
            p *= i == 0 ? x : y + i - 1;
            if (p > 100)
                return p;
            p += i == 3 ? x : 0;
        }
        return p + (x * y);
    }
}
