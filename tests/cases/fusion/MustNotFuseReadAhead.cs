// An element is read before the loop arrives there, and holds what the iteration before has left.
// point: x: new[] { 0.5, -1.25, 0.75, 0.3 }
// fused: 0
using System;
using DiffGen;

namespace Cases.Fusion;

public static partial class MustNotFuseReadAhead
{
    [Differentiable]
    public static double F(double[] x)
    {
        var products = new double[5];
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double e = x[i];
            for (int j = 0; j < 4; j++)
                products[j] = (products[j + 1] * e) + j + e;
            products[4] = e * e;
            for (int j = 0; j < 5; j++)
                sum += Math.Sin(products[j]);
        }
        return sum;
    }
}
