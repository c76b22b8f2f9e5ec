// A sum over all paths: what a step counts for is known before the recursion goes on, so that values and derivatives come in one pass.
// point: a: [1.1, 0.7, -0.4, 0.9, 1.3], n: 3
// tape: none
using System;
using DiffGen;

namespace Cases.Calls;

public static partial class OnePassPaths
{
    [Differentiable]
    public static double F(ReadOnlySpan<double> a, int n)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
            sum += Math.Sin(a[i]) * Paths(a, i, n);
        return 2 * sum;
    }

    [Differentiable]
    private static double Paths(ReadOnlySpan<double> a, int at, int n)
    {
        if (n == 0)
            return a[at] * a[at];
        double sum = 0;
        for (int i = 0; i < a.Length; i += 2)
        {
            double weight = a[i] * a[at];
            sum -= weight * Paths(a, i, n - 1);
        }
        return sum;
    }
}
