// Area and centroid of a polygon by the shoelace formula, with indices that wrap around.
// point: vertices: [(0.0, 0.0), (2.0, 0.3), (2.5, 1.8), (0.9, 2.4), (-0.4, 1.1)]
using System;
using DiffGen;

namespace Cases.Library;

public static partial class PolygonCentroid
{
    [Differentiable]
    public static double F((double X, double Y)[] vertices)
    {
        var (area, cx, cy) = Moments(vertices);
        return Math.Abs(area) + Math.Sqrt((cx * cx) + (cy * cy));
    }

    [Differentiable]
    private static (double Area, double X, double Y) Moments((double X, double Y)[] vertices)
    {
        if (vertices.Length < 3)
            throw new ArgumentException("A polygon has three vertices or more.", nameof(vertices));
        double twice = 0, mx = 0, my = 0;
        for (int i = 0, j = vertices.Length - 1; i < vertices.Length; j = i++)
        {
            var (x0, y0) = vertices[j];
            var (x1, y1) = vertices[i];
            double cross = (x0 * y1) - (x1 * y0);
            twice += cross;
            mx += (x0 + x1) * cross;
            my += (y0 + y1) * cross;
        }
        return (twice / 2, mx / (3 * twice), my / (3 * twice));
    }
}
