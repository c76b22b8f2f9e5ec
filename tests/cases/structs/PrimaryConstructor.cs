// A primary constructor, field initialisers and a default value.
// point: a: 1.5, b: -2
using System;
using DiffGen;

namespace Cases.Structs;

public static partial class PrimaryConstructor
{
    public struct Line(double slope, double offset)
    {
        public double Slope = slope;
        public double Offset = offset * 2;
    }

    [Differentiable]
    public static double F(double a, double b)
    {
        var l = new Line(a, b);
        Line zero = default;
        zero.Slope = l.Offset;
        return (l.Slope * l.Offset) + (zero.Slope * zero.Slope) + zero.Offset;
    }
}
