// Optional values of the method under test.
// point: x: 1.5, scale: 2, n: 3
using System;
using DiffGen;

namespace Cases.Declarations;

public static partial class OptionalParameters
{
    [Differentiable]
    public static double F(double x, double scale = 1.5, int n = 2)
    {
        double s = x;
        for (int i = 0; i < n; i++)
            s *= scale;
        return s;
    }
}
