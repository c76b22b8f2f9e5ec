// A ref local to an element of a matrix.
// point: a: new double[,] { { 1.5, 2.5 }, { -1, 0.5 } }
using System;
using DiffGen;

namespace Cases.Refs;

public static partial class RefIntoMatrix
{
    [Differentiable]
    public static double F(double[,] a)
    {
        ref double corner = ref a[1, 1];
        corner = a[0, 0] * a[0, 1];
        return corner * a[1, 1] + a[1, 0];
    }
}
