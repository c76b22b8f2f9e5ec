// with copies a record and changes some of its fields.
// point: p: new Point(1.5, -0.5, 2)
using System;
using DiffGen;

namespace Cases.Structs;

public static partial class WithExpression
{
    public record struct Point(double X, double Y, double Z);

    [Differentiable]
    public static double F(Point p)
    {
        Point q = p with { Y = p.X * p.Z };
        Point r = q with { X = q.Y, Z = q.X };
        return (r.X * r.Y * r.Z) + p.Y;
    }
}
