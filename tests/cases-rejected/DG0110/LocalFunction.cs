// A local function.
// expect: DG0110 at Square(x)
using System;
using DiffGen;

namespace Rejected;

public static partial class LocalFunction
{
    [Differentiable]
    public static double F(double x)
    {
        return Square(x);

        static double Square(double v) => v * v;
    }
}
