// Perimeter, and width across one edge, of a convex hull given by the order of its points.
// point: points: [0.0, 0.0, 0.5, 0.6, 3.0, 0.2, 2.6, 2.1, 0.3, 1.7], hull: [0, 2, 3, 4]
using System;
using DiffGen;

namespace Cases.Library;

public static partial class HullPerimeter
{
    [Differentiable]
    public static double F(double[] points, int[] hull)
    {
        double perimeter = 0.0;
        int n = hull.Length;
        for (int k = 0; k < n; k++)
        {
            int a = 2 * hull[k], b = 2 * hull[(k + 1) % n];
            double dx = points[b] - points[a], dy = points[b + 1] - points[a + 1];
            perimeter += double.Hypot(dx, dy);
        }
        return perimeter - (0.5 * Width(points, hull));
    }

    [Differentiable]
    private static double Width(double[] points, int[] hull)
    {
        int i = 2 * hull[0], j = 2 * hull[1];
        double ex = points[j] - points[i], ey = points[j + 1] - points[i + 1], length = double.Hypot(ex, ey);
        double best = double.NegativeInfinity;
        foreach (int vertex in hull)
        {
            double distance = ((ex * (points[(2 * vertex) + 1] - points[i + 1])) - (ey * (points[2 * vertex] - points[i]))) / length;
            best = Math.Max(best, distance);
        }
        return best;
    }
}
