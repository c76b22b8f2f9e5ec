// Math.SinCos, Math.DivRem and static using.
// point: x: 1.3, n: 17
using System;
using static System.Math;
using DiffGen;

namespace Cases.Statements;

public static partial class SinCosTuple
{
    [Differentiable]
    public static double F(double x, int n)
    {
        (double sin, double cos) = SinCos(x);
        (int quotient, int remainder) = DivRem(n, 5);
        int q = DivRem(n, 3, out int r);
        return (sin * quotient) + (cos * cos * remainder) + (Exp(sin) * q) + r;
    }
}
