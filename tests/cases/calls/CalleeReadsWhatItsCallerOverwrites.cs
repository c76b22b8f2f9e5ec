// The caller overwrites what the callee read: the callee's reverse sweep must see the old values.
// point: a: [1.5, 2.5]
using System;
using DiffGen;

namespace Cases.Calls;

public static partial class CalleeReadsWhatItsCallerOverwrites
{
    [Differentiable]
    public static double F(double[] a)
    {
        double s = Product(a);
        a[0] = s;
        a[1] = 0.5;
        s += Product(a);
        a[0] = 1;
        return s;
    }

    [Differentiable]
    private static double Product(double[] a)
    {
        double p = 1;
        for (int i = 0; i < a.Length; i++)
            p *= a[i] * a[i];
        return p;
    }
}
