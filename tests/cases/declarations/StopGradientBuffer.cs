// StopGradient of an array: values pass, derivatives do not.
// point: a: [1.5, 2.0]
// kink: differences see the dependence that is cut on purpose
// value: 5.25
// gradient: 1.5 2
using System;
using DiffGen;

namespace Cases.Declarations;

public static partial class StopGradientBuffer
{
    [Differentiable]
    public static double F(double[] a)
    {
        double[] held = Diff.StopGradient(a);
        return (held[0] * a[0]) + (held[1] * a[1]) - 1;
    }
}
