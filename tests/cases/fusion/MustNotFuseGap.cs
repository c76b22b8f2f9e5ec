// One element is written in the first iteration only, between those that every iteration writes: what it holds goes from iteration to iteration.
// point: x: new[] { 0.5, -1.25, 0.75, 0.3 }
// fused: 0
using System;
using DiffGen;

namespace Cases.Fusion;

public static partial class MustNotFuseGap
{
    [Differentiable]
    public static double F(double[] x)
    {
        var products = new double[5];
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double e = x[i];
            products[0] = e;
            if (i == 0)
                products[1] = e * e;
            for (int j = 2; j < 5; j++)
                products[j] = (products[j - 1] * e) + j;
            for (int j = 0; j < 5; j++)
                sum += Math.Sin(products[j]);
        }
        return sum;
    }
}
