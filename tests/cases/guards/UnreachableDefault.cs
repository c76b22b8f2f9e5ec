// A default branch that throws and is never reached.
// point: x: 1.5, n: 0
// point: x: 1.5, n: 1
using System;
using DiffGen;

namespace Cases.Guards;

public static partial class UnreachableDefault
{
    [Differentiable]
    public static double F(double x, int n)
    {
        double s;
        switch (n)
        {
            case 0:
                s = x;
                break;
            case 1:
                s = x * x;
                break;
            default:
                throw new ArgumentException("n");
        }
        return s * 2;
    }
}
