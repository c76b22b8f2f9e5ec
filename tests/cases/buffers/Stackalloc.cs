// stackalloc into a span, with and without an initialiser.
// point: x: 1.3, y: 0.2
using System;
using DiffGen;

namespace Cases.Buffers;

public static partial class Stackalloc
{
    [Differentiable]
    public static double F(double x, double y)
    {
        Span<double> a = stackalloc double[4];
        a[0] = x;
        for (int i = 1; i < a.Length; i++)
            a[i] = a[i - 1] * y + x;
        Span<double> b = stackalloc[] { x, y, x * y };
        double s = 0;
        for (int i = 0; i < b.Length; i++)
            s += a[i + 1] * b[i];
        return s;
    }
}
