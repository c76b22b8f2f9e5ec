// Clear erases derivatives; Fill spreads one value.
// point: a: [1.0, 2.0, 3.0], x: 0.5
using System;
using DiffGen;

namespace Cases.Buffers;

public static partial class ClearAndFill
{
    [Differentiable]
    public static double F(Span<double> a, double x)
    {
        double first = a[0] * a[1];
        a[..2].Clear();
        double s = first + a[0] + (a[2] * x);
        a.Fill(x * x);
        for (int i = 0; i < a.Length; i++)
            s += a[i] * (i + 1);
        return s;
    }
}
