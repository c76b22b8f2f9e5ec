// A ref to an element, the element itself, and a slice that contains it.
// point: a: [1.5, 0.5, 2.0]
using System;
using DiffGen;

namespace Cases.Hostile;

public static partial class AliasedElementAndRef
{
    [Differentiable]
    public static double F(Span<double> a)
    {
        ref double r = ref a[1];
        Span<double> s = a.Slice(1, 2);
        s[0] = a[0] * r;
        r += s[1];
        a[1] *= 2;
        return r * s[0] * a[1];
    }
}
