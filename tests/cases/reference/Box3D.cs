// Problem 12: differences of exponentials.
// point: x: [0, 10, 20]
// value: 1031.1538106093983
// gradient: 98.223431498492169 -2.1193742067587369 112.3881736222035
// direction: 1 -0.5 2
// hvp: -44.641481269118096 -0.50246579320591 17.76467180421015
// The numbers are reference values in 17 digits for MGH #12 m=10.
using System;
using DiffGen;

namespace Cases.Reference;

public static partial class Box3D
{
    [Differentiable]
    public static double F(ReadOnlySpan<double> x)
    {
        double s = 0;
        for (int i = 1; i <= 10; i++)
        {
            double t = 0.1 * i;
            double r = Math.Exp(-t * x[0]) - Math.Exp(-t * x[1]) - (x[2] * (Math.Exp(-t) - Math.Exp(-10 * t)));
            s += r * r;
        }
        return s;
    }
}
