// The primal throws deep down, when other branches have added their derivatives: the destination is as it was.
// point: a: [1.1, 0.7, 0.5], n: 5
// throws: IndexOutOfRangeException
using System;
using DiffGen;

namespace Cases.Calls;

public static partial class OnePassThrows
{
    [Differentiable]
    public static double F(ReadOnlySpan<double> a, int n) => Walk(a, 0, n);

    [Differentiable]
    private static double Walk(ReadOnlySpan<double> a, int at, int n)
    {
        if (n == 0)
            return a[at];
        double sum = a[at] * a[at];
        for (int i = 0; i < 2; i++)
            sum += a[at] * Walk(a, at + i, n - 1);
        return sum;
    }
}
