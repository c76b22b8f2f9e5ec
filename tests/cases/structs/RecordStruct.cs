// A positional record struct as parameter: its derivative has its own type.
// point: p: new Point(1.5, -0.5)
// value: 1.5
// gradient: 2.5 1.5
using System;
using DiffGen;

namespace Cases.Structs;

public static partial class RecordStruct
{
    public record struct Point(double X, double Y);

    [Differentiable]
    public static double F(Point p) => (p.X * p.X) + (p.X * p.Y);
}
