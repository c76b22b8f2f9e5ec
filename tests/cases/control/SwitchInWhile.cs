// A switch in a loop whose cases fall through by goto case.
// point: i: 3, j: 5
// value: 243.0
// gradient: 162.0 90.0
// direction: 1 -0.5
// hvp: 24 51
// The numbers are reference values in 17 digits for clad Switch.C fn3.
using System;
using DiffGen;

namespace Cases.Control;

public static partial class SwitchInWhile
{
    [Differentiable]
    public static double F(double i, double j)
    {
        double sum = 0;
        int counter = 2;
        while (counter-- > 0)
        {
            switch (counter)
            {
                case 0:
                    sum += i * i * j * j;
                    goto case 1;
                case 1:
                    sum += i * i;
                    break;
                case 2:
                    sum += j * j;
                    goto default;
                default:
                    sum += i + j;
                    break;
            }
        }
        return sum;
    }
}
