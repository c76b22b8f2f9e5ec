// An optional constant: the bound is applied where there is one.
// point: x: [0.5, 3, -2], bound: 1.25, weight: null
// point: x: [0.5, 3, -2], bound: null, weight: 0.5f
using System;
using DiffGen;

namespace Cases.Inactive;

public static partial class NullableNumber
{
    [Differentiable]
    public static double F(double[] x, [NoDerivative] double? bound, [NoDerivative] float? weight)
    {
        double sum = 0;
        foreach (double v in x)
        {
            double y = bound.HasValue ? Math.Min(v, bound.Value) : v;
            sum += y * y * (weight ?? 2f);
        }
        return bound < 2 ? sum * bound.Value : sum;
    }
}
