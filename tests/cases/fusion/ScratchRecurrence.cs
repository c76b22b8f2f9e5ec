// The same with scratch that has derivatives.
// point: x: new[] { 0.5, -1.25, 0.75, 0.3 }, n: 4
// fused: 1
using System;
using DiffGen;

namespace Cases.Fusion;

public static partial class ScratchRecurrence
{
    [Differentiable]
    public static double F(double[] x, int n)
    {
        var products = new double[n];
        double sum = 0;
        foreach (double e in x)
        {
            products[0] = e;
            for (int j = 1; j < n; j++)
                products[j] = (products[j - 1] * e) + j;
            double last = products[n - 1];
            for (int j = 0; j < n; j++)
                sum += Math.Sin(products[j]) * last;
        }
        return sum;
    }
}
