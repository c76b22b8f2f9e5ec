// A marked constructor that computes.
// point: x: 0.6, y: 1.2
using System;
using DiffGen;

namespace Cases.Structs;

public static partial class ConstructorWithWork
{
    [Differentiable]
    public static double F(double x, double y)
    {
        var u = new Unit(x, y);
        return (u.X * u.X * 2) + (u.Y * x);
    }

    public readonly partial struct Unit
    {
        public readonly double X;
        public readonly double Y;

        [Differentiable]
        public Unit(double x, double y)
        {
            double r = Math.Sqrt((x * x) + (y * y));
            X = x / r;
            Y = y / r;
        }
    }
}
