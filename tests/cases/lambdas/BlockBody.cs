// A lambda with a block body, var, several returns, and a loop that carries its own local.
// point: x: 0.7
// point: x: -0.7
using System;
using DiffGen;

namespace Cases.Lambdas;

public static partial class BlockBody
{
    [Differentiable]
    public static double F(double x)
    {
        var power = (double v, int n) =>
        {
            if (n < 0)
                return 0;
            double r = 1;
            for (int i = 0; i < n; i++)
                r *= v;
            return r;
        };
        return power(x, 3) + (power(x, -1) * x) + power(power(x, 2), 2);
    }
}
