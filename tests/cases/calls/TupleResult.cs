// A callee that returns a tuple, taken apart at the call.
// point: x: 1.5, y: 0.5
using System;
using DiffGen;

namespace Cases.Calls;

public static partial class TupleResult
{
    [Differentiable]
    public static double F(double x, double y)
    {
        (double sum, double product) = Both(x, y);
        var again = Both(product, sum);
        return again.Sum * again.Product;
    }

    [Differentiable]
    private static (double Sum, double Product) Both(double a, double b) => (a + b, a * b);
}
