// A struct as result, built by its constructor.
// point: x: 1.5, y: 0.5
using System;
using DiffGen;

namespace Cases.Returns;

public static partial class Struct
{
    public readonly struct Polar
    {
        public Polar(double radius, double angle)
        {
            Radius = radius;
            Angle = angle;
        }

        public double Radius { get; }

        public double Angle { get; }
    }

    [Differentiable]
    public static Polar F(double x, double y) => new(Math.Sqrt((x * x) + (y * y)), Math.Atan2(y, x));
}
