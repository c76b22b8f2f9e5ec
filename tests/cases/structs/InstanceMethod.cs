// A marked instance method of a struct, called on an active receiver.
// point: x: 1.5, y: 2
using System;
using DiffGen;

namespace Cases.Structs;

public static partial class InstanceMethod
{
    [Differentiable]
    public static double F(double x, double y)
    {
        var c = new Circle { Radius = x };
        return c.Area(y) + c.Area(1);
    }

    public partial struct Circle
    {
        public double Radius;

        [Differentiable]
        public readonly double Area(double scale) => Math.PI * Radius * Radius * scale;
    }
}
