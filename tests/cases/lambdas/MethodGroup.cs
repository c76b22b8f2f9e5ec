// Locals that hold method groups: a marked method, a function of the framework, a local function.
// point: x: 0.7
using System;
using DiffGen;

namespace Cases.Lambdas;

public static partial class MethodGroup
{
    [Differentiable]
    public static double F(double x)
    {
        Func<double, double> own = Cube, sine = Math.Sin, local = Half;
        return own(x) + sine(x * x) + local(x);

        static double Half(double v) => v * 0.5 * v;
    }

    [Differentiable]
    private static double Cube(double v) => v * v * v;
}
