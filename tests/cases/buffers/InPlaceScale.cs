// A void method that writes its input: the adjoint on entry is the output's, on return the input's.
// point: a: [1.5, -2, 0.5], x: 3
using System;
using DiffGen;

namespace Cases.Buffers;

public static partial class InPlaceScale
{
    [Differentiable]
    public static void F(double[] a, double x)
    {
        for (int i = 0; i < a.Length; i++)
            a[i] *= x;
    }
}
