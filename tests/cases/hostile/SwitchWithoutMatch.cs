// A switch statement in which no case matches.
// point: x: 1.3, n: 7
// value: 1.3
// gradient: 1
using System;
using DiffGen;

namespace Cases.Hostile;

public static partial class SwitchWithoutMatch
{
    [Differentiable]
    public static double F(double x, int n)
    {
        double s = x;
        switch (n)
        {
            case 1:
                s = 0;
                break;
            case 2:
                s *= x;
                break;
        }
        return s;
    }
}
