// A data-dependent index below zero.
// point: a: [1.0, 2.0, 3.0], k: 1
// point: a: [1.0, 2.0, 3.0], k: -1
// throws: IndexOutOfRangeException
using System;
using DiffGen;

namespace Cases.Guards;

public static partial class NegativeIndex
{
    [Differentiable]
    public static double F(Span<double> a, int k)
    {
        a[k] *= a[0];
        return a[k] * a[2];
    }
}
