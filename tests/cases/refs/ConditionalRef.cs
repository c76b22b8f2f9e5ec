// Which element a ref names depends on a condition.
// point: a: [1.5, 2.5], first: true
// point: a: [1.5, 2.5], first: false
using System;
using DiffGen;

namespace Cases.Refs;

public static partial class ConditionalRef
{
    [Differentiable]
    public static double F(double[] a, bool first)
    {
        ref double r = ref first ? ref a[0] : ref a[1];
        r = r * r;
        return a[0] * 3 + (a[1] * a[0]);
    }
}
