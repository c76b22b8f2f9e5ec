// A lambda in a Func local; its captures have the values of the call.
// point: x: 0.7, y: 1.3
using System;
using DiffGen;

namespace Cases.Lambdas;

public static partial class AssignedOnce
{
    [Differentiable]
    public static double F(double x, double y)
    {
        Func<double, double> f = v => (v * y) + x;
        double a = f(x);
        y = a * a;
        return f(2) * a;
    }
}
