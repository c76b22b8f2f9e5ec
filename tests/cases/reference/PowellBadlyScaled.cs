// Moré, Garbow and Hillstrom's problem 3: partials of very different size.
// point: x: 0.25, y: 1
// value: 6245001.0214857621
// gradient: 49979999.771686413 12494999.892152298
// direction: 1 -0.5
// hvp: 150010001.154895 93730000.38375
// The numbers are reference values in 17 digits for MGH #3.
// tolerance: 1e-4 the curvature is of the order of 1e8
using System;
using DiffGen;

namespace Cases.Reference;

public static partial class PowellBadlyScaled
{
    [Differentiable]
    public static double F(double x, double y)
    {
        double a = (1e4 * x * y) - 1, b = Math.Exp(-x) + Math.Exp(-y) - 1.0001;
        return (a * a) + (b * b);
    }
}
