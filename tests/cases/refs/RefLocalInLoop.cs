// A ref local moves from element to element.
// point: a: [1.5, 2.5, -1]
using System;
using DiffGen;

namespace Cases.Refs;

public static partial class RefLocalInLoop
{
    [Differentiable]
    public static double F(Span<double> a)
    {
        double s = 0;
        for (int i = 0; i < a.Length; i++)
        {
            ref double r = ref a[i];
            s += r * r;
            r = s * 0.5;
        }
        return s * a[0];
    }
}
