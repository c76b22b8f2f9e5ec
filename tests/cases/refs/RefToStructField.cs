// A ref to a field of a struct in an array.
// point: p: [new Point2(1.5, 2), new Point2(0.5, -1)]
using System;
using DiffGen;

namespace Cases.Refs;

public static partial class RefToStructField
{
    public record struct Point2(double X, double Y);

    [Differentiable]
    public static double F(Point2[] p)
    {
        ref Point2 q = ref p[1];
        q.X = p[0].X * q.Y;
        p[0].Y *= q.X;
        return q.X + (p[0].Y * p[1].X);
    }
}
