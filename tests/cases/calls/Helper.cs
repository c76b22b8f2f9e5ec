// A call to another marked method.
// point: x: 1.5, y: 0.5
using System;
using DiffGen;

namespace Cases.Calls;

public static partial class Helper
{
    [Differentiable]
    public static double F(double x, double y) => Square(x * y) + Square(x);

    [Differentiable]
    private static double Square(double v) => v * v;
}
