// Problem 6: ten residuals of two exponentials.
// point: x: 0.3, y: 0.4
// value: 4171.306161960493
// gradient: 33796.558823846981 87402.146670344895
// direction: 1 -0.5
// hvp: 281700.74792375 -518556.4972316
// The numbers are reference values in 17 digits for MGH #6 m=10.
using System;
using DiffGen;

namespace Cases.Reference;

public static partial class JennrichSampson
{
    [Differentiable]
    public static double F(double x, double y)
    {
        double s = 0;
        for (int i = 1; i <= 10; i++)
        {
            double r = 2 + (2 * i) - (Math.Exp(i * x) + Math.Exp(i * y));
            s += r * r;
        }
        return s;
    }
}
