// What a call counts for depends on another call, or on its own result: the two sweeps stay apart.
// point: a: [1.1, 0.7, 0.5], n: 3
using System;
using DiffGen;

namespace Cases.Calls;

public static partial class OnePassLateCotangent
{
    [Differentiable]
    public static double F(ReadOnlySpan<double> a, int n)
    {
        double product = Tree(a, n) * Tree(a, n - 1);
        double root = Tree(a, n - 2);
        return product + (root * root);
    }

    [Differentiable]
    private static double Tree(ReadOnlySpan<double> a, int n) =>
        n <= 0 ? a[0] * a[1] : (a[2] * Tree(a, n - 1)) + Tree(a, n - 2);
}
