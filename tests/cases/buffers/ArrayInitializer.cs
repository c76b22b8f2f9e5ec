// new[] { ... } with active elements, and an array of constants.
// point: x: 1.3, y: 0.2
using System;
using DiffGen;

namespace Cases.Buffers;

public static partial class ArrayInitializer
{
    [Differentiable]
    public static double F(double x, double y)
    {
        double[] a = { x, y, x * y };
        double[] weights = new[] { 0.5, 2, -1 };
        double s = 0;
        for (int i = 0; i < a.Length; i++)
            s += weights[i] * a[i] * a[i];
        return s;
    }
}
