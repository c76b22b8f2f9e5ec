// Structs in spans: whole elements copied and replaced.
// point: p: [new Point(1, 2), new Point(3, 4)], q: [new Point(0, 0), new Point(0, 0)]
using System;
using DiffGen;

namespace Cases.Structs;

public static partial class SpanOfStructs
{
    public readonly record struct Point(double X, double Y);

    [Differentiable]
    public static void F(ReadOnlySpan<Point> p, Span<Point> q)
    {
        for (int i = 0; i < p.Length; i++)
        {
            Point a = p[i];
            q[i] = new Point(a.X * a.Y, a.Y - p[0].X);
        }
    }
}
