// A struct in a struct in a struct, fields written at depth.
// point: s: new Segment(new Point(1, 2), new Point(0.5, -1)), k: 3
using System;
using DiffGen;

namespace Cases.Structs;

public static partial class NestedStructs
{
    public record struct Point(double X, double Y);

    public record struct Segment(Point From, Point To);

    [Differentiable]
    public static double F(Segment s, double k)
    {
        Segment t = s;
        t.From = new Point(s.To.X * k, s.From.Y);
        t.To = t.To with { Y = t.From.X * s.To.Y };
        double dx = t.To.X - t.From.X, dy = t.To.Y - t.From.Y;
        return Math.Sqrt((dx * dx) + (dy * dy)) * s.From.X;
    }
}
