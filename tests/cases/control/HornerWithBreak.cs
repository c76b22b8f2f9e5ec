// Horner's scheme that stops at a coefficient of zero.
// point: c: [2.0, -1.0, 0.5, 3.0], x: 1.3
using System;
using DiffGen;

namespace Cases.Control;

public static partial class HornerWithBreak
{
    [Differentiable]
    public static double F(ReadOnlySpan<double> c, double x)
    {
        double s = 0;
        for (int i = c.Length - 1; i >= 0; i--)
        {
            s = (s * x) + c[i];
            if (Math.Abs(s) > 1e3)
                break;
        }
        return s;
    }
}
