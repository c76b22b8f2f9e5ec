// Recursive halving of a span: a tree sum.
// point: a: [1.0, 2.0, 3.0, 4.0, 5.0]
using System;
using DiffGen;

namespace Cases.Calls;

public static partial class RecursionOverBuffer
{
    [Differentiable]
    public static double F(ReadOnlySpan<double> a)
    {
        if (a.Length == 1)
            return a[0] * a[0];
        int half = a.Length / 2;
        double left = F(a[..half]), right = F(a[half..]);
        return left + right + (0.1 * left * right);
    }
}
