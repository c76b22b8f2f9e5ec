// Definite assignment by branches, without an initialiser.
// point: x: 1.1, y: 0.4
// point: x: -1.1, y: 0.4
using System;
using DiffGen;

namespace Cases.Scalars;

public static partial class UninitializedThenAssigned
{
    [Differentiable]
    public static double F(double x, double y)
    {
        double t;
        if (x > 0)
            t = x * y;
        else
            t = x - y;
        double u = t * t;
        return u + t;
    }
}
