// Copies between distinct buffers, and Array.Copy.
// point: a: [1.0, 2.0, 3.0], b: [4.0, 5.0, 6.0]
using System;
using DiffGen;

namespace Cases.Buffers;

public static partial class CopyTo
{
    [Differentiable]
    public static double F(double[] a, double[] b)
    {
        var c = new double[6];
        a.AsSpan().CopyTo(c);
        b.AsSpan(1).CopyTo(c.AsSpan(3));
        double s = 0;
        for (int i = 0; i < c.Length; i++)
            s += c[i] * c[i] * (i + 1);
        return s;
    }
}
