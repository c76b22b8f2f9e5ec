// Records and tuples taken apart, discards included.
// point: p: new Point(1.5, -0.5), t: (2.0, 3.0, 4.0)
using System;
using DiffGen;

namespace Cases.Structs;

public static partial class Deconstruction
{
    public record struct Point(double X, double Y);

    [Differentiable]
    public static double F(Point p, (double A, double B, double C) t)
    {
        (double x, double y) = p;
        (double a, _, double c) = t;
        var (u, v) = (x * a, y * c);
        (x, y) = (v, u);
        return (x * y) + u + t.B;
    }
}
