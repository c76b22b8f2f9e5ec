// A static local function with an expression body, used twice in one expression.
// point: x: 1.3, y: -0.4
// value: 1.85
// gradient: 2.6, -0.8
using System;
using DiffGen;

namespace Cases.Localfunctions;

public static partial class StaticLocal
{
    [Differentiable]
    public static double F(double x, double y)
    {
        return Square(x) + Square(y);

        static double Square(double v) => v * v;
    }
}
