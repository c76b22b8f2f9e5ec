// The framework's own guard methods.
// point: x: 1.5, a: [2.0]
// point: x: -1.5, a: [2.0]
// throws: ArgumentOutOfRangeException
using System;
using DiffGen;

namespace Cases.Guards;

public static partial class ThrowHelpers
{
    [Differentiable]
    public static double F(double x, double[] a)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentOutOfRangeException.ThrowIfNegative(x);
        return x * a[0];
    }
}
