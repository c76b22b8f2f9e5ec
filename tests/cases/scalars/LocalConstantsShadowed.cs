// Locals in sibling blocks share a name without sharing an adjoint.
// point: x: 1.1, y: 0.4
using System;
using DiffGen;

namespace Cases.Scalars;

public static partial class LocalConstantsShadowed
{
    [Differentiable]
    public static double F(double x, double y)
    {
        double s = 0;
        {
            double t = x * y;
            s += t * t;
        }
        {
            double t = x / y;
            s += t;
        }
        for (int i = 0; i < 2; i++)
        {
            double t = s * x;
            s += t * 0.1;
        }
        return s;
    }
}
