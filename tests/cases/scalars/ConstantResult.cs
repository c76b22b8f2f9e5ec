// A result that depends on nothing active has a gradient of zero.
// point: x: 1.5, y: 2
// value: 3
// gradient: 0 0
using System;
using DiffGen;

namespace Cases.Scalars;

public static partial class ConstantResult
{
    [Differentiable]
    public static double F(double x, double y)
    {
        double unused = x * y;
        return 3;
    }
}
