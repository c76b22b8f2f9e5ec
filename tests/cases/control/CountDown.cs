// A loop that counts down in steps of two.
// point: x: 1.1
using System;
using DiffGen;

namespace Cases.Control;

public static partial class CountDown
{
    [Differentiable]
    public static double F(double x)
    {
        double s = 0;
        for (int i = 9; i >= 0; i -= 2)
            s = (s * x) + i;
        return s;
    }
}
