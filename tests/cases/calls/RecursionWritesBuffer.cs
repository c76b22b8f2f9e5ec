// A recursion that changes the buffer on the way down and reads it on the way up.
// point: a: [1.1, 0.9, 1.2, 0.8]
using System;
using DiffGen;

namespace Cases.Calls;

public static partial class RecursionWritesBuffer
{
    [Differentiable]
    public static double F(Span<double> a)
    {
        if (a.Length == 0)
            return 1;
        a[0] = a[0] * a[^1];
        double inner = F(a[1..]);
        a[0] += inner;
        return inner * a[0];
    }
}
