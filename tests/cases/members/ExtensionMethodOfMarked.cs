// Extension methods of the old kind, with this by value, by in and by ref, and called as what they are.
// point: x: 0.7, y: -1.3
using System;
using DiffGen;

namespace Cases.Members;

public static partial class ExtensionMethodOfMarked
{
    [Differentiable]
    public static double F(double x, double y)
    {
        double s = x.Cube();
        var v = new Vec { X = x, Y = y };
        for (int i = 0; i < 3; i++)
        {
            v.Turn(0.1 * s);
            s += v.Length() * i.Times(y) + Extensions.Cube(s * 0.1);
        }
        return s;
    }

    public struct Vec
    {
        public double X;
        public double Y;
    }
}

public static partial class Extensions
{
    [Differentiable]
    public static double Cube(this double x) => x * x * x;

    [Differentiable]
    public static double Times(this int n, double x) => n * x * x;

    [Differentiable]
    public static double Length(this in ExtensionMethodOfMarked.Vec v) => Math.Sqrt(v.X * v.X + v.Y * v.Y);

    [Differentiable]
    public static void Turn(this ref ExtensionMethodOfMarked.Vec v, double angle)
    {
        (double c, double s) = (Math.Cos(angle), Math.Sin(angle));
        (v.X, v.Y) = (c * v.X - s * v.Y, s * v.X + c * v.Y);
    }
}
