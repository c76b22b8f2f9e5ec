// A switch over integers with several labels per section, a default and a return inside.
// point: x: 1.5, n: 0
// point: x: 1.5, n: 2
// point: x: 1.5, n: 3
// point: x: 1.5, n: 9
using System;
using DiffGen;

namespace Cases.Control;

public static partial class SwitchStatement
{
    [Differentiable]
    public static double F(double x, int n)
    {
        double s = x;
        switch (n)
        {
            case 0:
                return x * x * x;
            case 1:
            case 2:
                s *= 2;
                break;
            case 3:
                s = Math.Exp(s);
                goto case 2;
            default:
                s = -s;
                break;
        }
        return s * s;
    }
}
