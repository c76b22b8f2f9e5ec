// Lambdas that call lambdas and local functions; an alias of one; Invoke by name.
// point: x: 0.7
using System;
using DiffGen;

namespace Cases.Lambdas;

public static partial class CallsAnother
{
    [Differentiable]
    public static double F(double x)
    {
        Func<double, double> square = v => v * v;
        Func<double, double> twice = v => square(square(v)) + Shift(v);
        Func<double, double> alias = twice;
        return alias.Invoke(x) - square(x);

        double Shift(double v) => v + x;
    }
}
