// Distance of a point to a polyline: the nearest of its segments, each with its parameter clamped.
// point: p: [1.2, 0.9], line: new double[,] { {0.0, 0.0}, {1.0, 0.1}, {2.0, 1.5}, {3.5, 1.0} }
// point: p: [-1.2, 0.4], line: new double[,] { {0.0, 0.0}, {1.0, 0.1}, {2.0, 1.5}, {3.5, 1.0} }
using System;
using DiffGen;

namespace Cases.Library;

public static partial class PointSegmentDistance
{
    [Differentiable]
    public static double F(double[] p, double[,] line)
    {
        double best = double.MaxValue;
        for (int s = 1; s < line.GetLength(0); s++)
        {
            double d = Squared(p[0], p[1], line[s - 1, 0], line[s - 1, 1], line[s, 0], line[s, 1]);
            if (d < best)
                best = d;
        }
        return Math.Sqrt(best);
    }

    [Differentiable]
    private static double Squared(double px, double py, double ax, double ay, double bx, double by)
    {
        double dx = bx - ax, dy = by - ay, length = (dx * dx) + (dy * dy);
        double t = length > 0 ? Math.Clamp((((px - ax) * dx) + ((py - ay) * dy)) / length, 0, 1) : 0;
        double ex = ax + (t * dx) - px, ey = ay + (t * dy) - py;
        return (ex * ex) + (ey * ey);
    }
}
