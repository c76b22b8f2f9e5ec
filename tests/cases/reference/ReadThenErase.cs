// x *= a[0], then the array is erased: both factors keep their derivative.
// point: x: 5, a: [2]
// value: 10.0
// gradient: 2.0 5.0
// direction: 1 -0.5
// hvp: -0.5 1
// The numbers are reference values in 17 digits for clad TBR.cpp f6.
using System;
using DiffGen;

namespace Cases.Reference;

public static partial class ReadThenErase
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
