// Structs passed and returned.
// point: x: 1.5, y: 2
using System;
using DiffGen;

namespace Cases.Calls;

public static partial class StructArguments
{
    public record struct P(double X, double Y);

    [Differentiable]
    public static double F(double x, double y)
    {
        P p = Rotate(new P(x, y), 0.3);
        p = Rotate(p, x);
        return p.X + (2 * p.Y);
    }

    [Differentiable]
    private static P Rotate(P p, double angle)
    {
        double c = Math.Cos(angle), s = Math.Sin(angle);
        return new P((c * p.X) - (s * p.Y), (s * p.X) + (c * p.Y));
    }
}
