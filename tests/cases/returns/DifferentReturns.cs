// Returns of whole tuples from several places.
// point: x: 1.5, y: 0.5
// point: x: -1.5, y: 0.5
using System;
using DiffGen;

namespace Cases.Returns;

public static partial class DifferentReturns
{
    [Differentiable]
    public static (double A, double B) F(double x, double y)
    {
        if (x < 0)
            return (y * y, x * y);
        (double A, double B) r = (x, y);
        r.A *= r.B;
        r.B += r.A;
        return r;
    }
}
