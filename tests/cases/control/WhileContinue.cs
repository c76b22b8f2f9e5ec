// A decrement in the loop condition and three continues.
// point: i: 3, j: 5
// value: 28.0
// gradient: 6.0 5.0
// direction: 1 -0.5
// hvp: -0.5 1
// The numbers are reference values in 17 digits for clad Loops.C fn14.
using System;
using DiffGen;

namespace Cases.Control;

public static partial class WhileContinue
{
    [Differentiable]
    public static double F(double i, double j)
    {
        int left = 5;
        double sum = 0;
        while (left-- > 0)
        {
            if (left > 3)
            {
                sum += i;
                continue;
            }
            if (left > 1)
            {
                sum += j;
                continue;
            }
            if (left > 0)
            {
                sum += i * j;
                continue;
            }
        }
        return sum;
    }
}
