// Which of two arrays a local names depends on data.
// point: a: [1.5], b: [2.5], first: true
// point: a: [1.5], b: [2.5], first: false
using System;
using DiffGen;

namespace Cases.Buffers;

public static partial class ConditionalAlias
{
    [Differentiable]
    public static double F(double[] a, double[] b, bool first)
    {
        double[] c = first ? a : b;
        c[0] *= 3;
        return a[0] * b[0] * c[0];
    }
}
