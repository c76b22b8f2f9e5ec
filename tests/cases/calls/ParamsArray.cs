// A params array made at the call.
// point: x: 1.5, y: 0.5
using System;
using DiffGen;

namespace Cases.Calls;

public static partial class ParamsArray
{
    [Differentiable]
    public static double F(double x, double y) => Product(x, y, x + y) + Product(x);

    [Differentiable]
    private static double Product(params double[] factors)
    {
        double p = 1;
        foreach (double f in factors)
            p *= f;
        return p;
    }
}
