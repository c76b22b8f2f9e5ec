// The element is read into the result and then erased: what was read keeps its derivative, the erased entry loses it.
// point: x: 5, a: [2, 7]
// value: 10
// gradient: 2 5 0
using System;
using DiffGen;

namespace Cases.Buffers;

public static partial class ReadThenZero
{
    [Differentiable]
    public static double F(double x, double[] a)
    {
        x *= a[0];
        for (int i = 0; i < a.Length; i++)
            a[i] = 0;
        return x;
    }
}
