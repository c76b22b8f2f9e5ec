// De Casteljau's algorithm in place in a copy of the control points; tangent direction by differences of the last row.
// point: control: [new(0, 0), new(1, 2), new(3, 2.5), new(4, -1)], t: 0.35
using System;
using DiffGen;

namespace Cases.Library;

public static partial class BezierCurve
{
    public partial struct Point2
    {
        public double X, Y;

        [Differentiable]
        public Point2(double x, double y)
        {
            X = x;
            Y = y;
        }

        [Differentiable]
        public static Point2 Lerp(Point2 a, Point2 b, double t) => new(a.X + (t * (b.X - a.X)), a.Y + (t * (b.Y - a.Y)));

        [Differentiable]
        public static Point2 operator -(Point2 a, Point2 b) => new() { X = a.X - b.X, Y = a.Y - b.Y };

        [Differentiable]
        public readonly double Length() => Math.Sqrt((X * X) + (Y * Y));
    }

    [Differentiable]
    public static double F(Point2[] control, double t)
    {
        ArgumentNullException.ThrowIfNull(control);
        Point2 position = Evaluate(control, t, out Point2 tangent);
        return position.Length() + (0.5 * tangent.Length());
    }

    [Differentiable]
    private static Point2 Evaluate(ReadOnlySpan<Point2> control, double t, out Point2 tangent)
    {
        Point2[] work = control.ToArray();
        tangent = default;
        for (int level = work.Length - 1; level > 0; level--)
        {
            if (level == 1)
                tangent = work[1] - work[0];
            for (int i = 0; i < level; i++)
                work[i] = Point2.Lerp(work[i], work[i + 1], t);
        }
        return work[0];
    }
}
