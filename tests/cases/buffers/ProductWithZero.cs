// A product with a zero factor: no division by the factor.
// point: x: [2, 0, 5]
// value: 0
// gradient: 0 10.0 0
// direction: 1 -0.5 2
// hvp: -2.5 9 -1
// The numbers are reference values in 17 digits for ForwardDiff #480 (prod with a zero).
using System;
using DiffGen;

namespace Cases.Buffers;

public static partial class ProductWithZero
{
    [Differentiable]
    public static double F(double[] x)
    {
        double p = 1;
        foreach (double e in x)
            p *= e;
        return p;
    }
}
