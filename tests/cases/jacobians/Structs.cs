// Buffers of structs with a field that is held constant, one that is no number, and one that is a reference.
// point: points: [new Point3(0.5, 1.5, 2, "a", 3), new Point3(-0.5, 0.25, 1, "b", 4), new Point3(1, 2, 3, null, 5)], s: 0.5
using System;
using DiffGen;

namespace Cases.Jacobians;

public static partial class Structs
{
    public record struct Point3(double X, [property: NoDerivative] double Scale, double Y, string Name, int Id);

    [Differentiable(Derivatives.Jvp | Derivatives.Vjp | Derivatives.Jacobian)]
    public static Point3[] F(Span<Point3> points, double s)
    {
        var result = new Point3[points.Length - 1];
        for (int i = 0; i < result.Length; i++)
        {
            result[i].X = (points[i].X * points[i + 1].Y) + s;
            result[i].Y = points[i].Scale * points[i].Y * s;
            points[i].X *= points[i].Id;
        }
        Span<Point3> rest = points.Slice(1);
        rest[1] = rest[0];
        return result;
    }
}
