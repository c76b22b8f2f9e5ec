// The trip count depends on the data: iterate until the change is small.
// point: a: 5
// value: 1.709975946676697
// gradient: 0.11399839644511313
// direction: 1
// hvp: -0.01519978619268
// The numbers are reference values in 17 digits for Enzyme ForwardMode/fixed_point.c.
using System;
using DiffGen;

namespace Cases.Control;

public static partial class NewtonCubeRoot
{
    [Differentiable]
    public static double F(double a)
    {
        double x = 1;
        while (true)
        {
            double next = x - (((x * x * x) - a) / (3 * x * x));
            if (Math.Abs(next - x) < 1e-12)
                return next;
            x = next;
        }
    }
}
