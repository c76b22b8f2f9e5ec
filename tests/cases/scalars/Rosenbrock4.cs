// Two blocks of a classic: in-range reads at i and i + 1.
// point: x: [1.5, 2.5, 3.5, 4.5]
// value: 6019.0
// gradient: -149.0 50.0 10855.0 -1550.0
// direction: 1 -0.5 2 0.25
// hvp: 2002 -700 25454 -2750
// The numbers are reference values in 17 digits for Enzyme ForwardMode/rosenbrock.cpp.
using System;
using DiffGen;

namespace Cases.Scalars;

public static partial class Rosenbrock4
{
    [Differentiable]
    public static double F(double[] x)
    {
        double s = 0;
        for (int i = 0; i < 4; i += 2)
        {
            double a = x[i + 1] - (x[i] * x[i]);
            double b = 1 - x[i];
            s += (100 * a * a) + (b * b);
        }
        return s;
    }
}
