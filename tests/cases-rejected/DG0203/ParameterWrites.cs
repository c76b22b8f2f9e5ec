// A lambda writes a parameter of the method.
// expect: DG0203 at x
using System;
using DiffGen;

namespace Rejected;

public static partial class ParameterWrites
{
    [Differentiable]
    public static double F(double x)
    {
        Func<double, double> next = v => x = v * x;
        return next(2) + next(x);
    }
}
