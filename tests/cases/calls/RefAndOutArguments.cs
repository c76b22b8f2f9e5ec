// ref and out arguments: locals, parameters and array elements.
// point: x: 1.5, a: [2.0, 3.0]
using System;
using DiffGen;

namespace Cases.Calls;

public static partial class RefAndOutArguments
{
    [Differentiable]
    public static double F(double x, double[] a)
    {
        double t = x;
        Update(ref t, a[0], out double product);
        Update(ref a[1], t, out a[0]);
        Update(ref x, product, out _);
        return (t * product) + a[0] - (a[1] * x);
    }

    [Differentiable]
    private static void Update(ref double state, double factor, out double product)
    {
        product = state * factor;
        state += product;
    }
}
