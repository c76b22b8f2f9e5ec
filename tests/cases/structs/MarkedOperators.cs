// User-defined operators, marked like any other member with a body.
// point: a: new Vec(1, 2), b: new Vec(-0.5, 3), s: 1.5
using System;
using DiffGen;

namespace Cases.Structs;

public static partial class MarkedOperators
{
    [Differentiable]
    public static double F(Vec a, Vec b, double s)
    {
        Vec c = (a + (b * s)) - (s * a);
        c = -c + a;
        return Vec.Dot(c, b);
    }

    public readonly partial record struct Vec(double X, double Y)
    {
        [Differentiable]
        public static Vec operator +(Vec a, Vec b) => new(a.X + b.X, a.Y + b.Y);

        [Differentiable]
        public static Vec operator -(Vec a, Vec b) => new(a.X - b.X, a.Y - b.Y);

        [Differentiable]
        public static Vec operator -(Vec a) => new(-a.X, -a.Y);

        [Differentiable]
        public static Vec operator *(Vec a, double s) => new(a.X * s, a.Y * s);

        [Differentiable]
        public static Vec operator *(double s, Vec a) => new(a.X * s, a.Y * s);

        [Differentiable]
        public static double Dot(Vec a, Vec b) => (a.X * b.X) + (a.Y * b.Y);
    }
}
