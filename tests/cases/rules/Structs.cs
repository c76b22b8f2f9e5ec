// Structs and tuples go through a rule, inactive fields included.
// point: x: 0.7, y: -0.4
using System;
using DiffGen;

namespace Cases.Rules;

public static partial class Structs
{
    public readonly record struct Point(double X, int Tag, double Y);

    [Differentiable]
    public static double F(double x, double y)
    {
        var p = new Point(x, 3, y);
        for (int i = 0; i < 3; i++)
        {
            (Point q, double r) = Turn(p, y + i);
            p = new Point(q.X, q.Tag, q.Y * r);
        }
        return (p.X * p.Tag) + p.Y;
    }

    [CustomDerivative(Jvp = nameof(Forwards), Vjp = nameof(Backwards))]
    private static (Point, double) Turn(Point p, double a) => (new(Math.Cos(a) * p.X, p.Tag + 1, p.Y * a), p.X * a);

    private static ((Point, double), (Point, double)) Forwards(Point p, double a, Point dp, double da) =>
        (Turn(p, a), (new((Math.Cos(a) * dp.X) - (Math.Sin(a) * p.X * da), 0, (dp.Y * a) + (p.Y * da)), (dp.X * a) + (p.X * da)));

    private static (Point, double) Backwards(Point p, double a, (Point P, double R) cotangent) =>
        (new((Math.Cos(a) * cotangent.P.X) + (a * cotangent.R), 0, a * cotangent.P.Y), (-Math.Sin(a) * p.X * cotangent.P.X) + (p.Y * cotangent.P.Y) + (p.X * cotangent.R));
}
