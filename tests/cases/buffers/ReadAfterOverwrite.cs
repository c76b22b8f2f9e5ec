// a[0] is squared in place and then multiplied: the reverse sweep needs both of its values.
// point: a: [1.5, 2]
// value: 4.5
// gradient: 6 2.25
using System;
using DiffGen;

namespace Cases.Buffers;

public static partial class ReadAfterOverwrite
{
    [Differentiable]
    public static double F(double[] a)
    {
        a[0] = a[0] * a[0];
        return a[0] * a[1];
    }
}
