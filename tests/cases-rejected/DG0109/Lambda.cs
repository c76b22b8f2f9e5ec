// A lambda made and called on the spot.
// expect: DG0109 at v => v * x
using System;
using DiffGen;

namespace Rejected;

public static partial class Lambda
{
    [Differentiable]
    public static double F(double x)
    {
        Func<double, double> f = v => v * x;
        return f(2);
    }
}
