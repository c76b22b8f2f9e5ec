// Every arithmetic operator in one expression, unary plus and minus included.
// point: x: 1.5, y: 0.7
// point: x: -2.3, y: 1.9
using System;
using DiffGen;

namespace Cases.Scalars;

public static partial class AllOperators
{
    [Differentiable]
    public static double F(double x, double y)
    {
        double a = +x + (-y);
        double b = x - y * x;
        double c = a / b;
        double d = (x * 3.0) % 0.8;
        return (a * b) - (c / (1 + y)) + d;
    }
}
