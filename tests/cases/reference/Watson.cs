// Problem 20 with four variables: polynomials and their derivatives at 29 places.
// point: x: [0.1, -0.2, 0.3, 0.4]
// value: 15.869738715940893
// gradient: 5.9506184129193109 -32.527927052835147 -17.188236040602627 -9.3664368652402643
// direction: 1 -0.5 2 0.25
// hvp: 40.975908872957 50.841728897311 66.7887451150775 72.6307753438375
// The numbers are reference values in 17 digits for MGH #20 n=4.
using System;
using DiffGen;

namespace Cases.Reference;

public static partial class Watson
{
    [Differentiable]
    public static double F(double[] x)
    {
        double s = 0;
        for (int i = 1; i <= 29; i++)
        {
            double t = i / 29.0;
            double slope = 0, value = x[0], power = 1;
            for (int j = 1; j < x.Length; j++)
            {
                slope += j * x[j] * power;
                power *= t;
                value += x[j] * power;
            }
            double r = slope - (value * value) - 1;
            s += r * r;
        }
        double last = x[1] - (x[0] * x[0]) - 1;
        return s + (x[0] * x[0]) + (last * last);
    }
}
