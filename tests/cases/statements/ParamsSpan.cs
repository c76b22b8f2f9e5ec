// params spans, called with separate arguments and with a span.
// point: x: 0.3, y: -1.2
using System;
using DiffGen;

namespace Cases.Statements;

public static partial class ParamsSpan
{
    [Differentiable]
    public static double F(double x, double y)
    {
        ReadOnlySpan<double> all = [x, y, x * y];
        return Product(x, y, 2.0) + Product(all) + Product();
    }

    [Differentiable]
    private static double Product(params ReadOnlySpan<double> factors)
    {
        double p = 1;
        foreach (double factor in factors)
            p *= factor + 1;
        return p;
    }
}
