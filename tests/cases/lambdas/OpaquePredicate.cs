// Delegates that return nothing active are called as they are.
// point: x: [0.7, 0.4, 2], keep: i => i != 1, bias: 3
using System;
using DiffGen;

namespace Cases.Lambdas;

public static partial class OpaquePredicate
{
    [Differentiable]
    public static double F(double[] x, Func<int, bool> keep, int bias)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            if (keep(i))
                sum += x[i] * x[i] * bias;
        }
        return sum;
    }
}
