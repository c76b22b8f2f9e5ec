// Möller and Trumbore's test of a ray against a triangle, with vectors of the library's own.
// point: origin: new(0.1, 0.2, -2.0), direction: new(0.05, -0.02, 1.0), a: new(-1, -1, 0.5), b: new(1, -0.8, 0.3), c: new(0.2, 1.5, 0.1)
// point: origin: new(5.1, 0.2, -2.0), direction: new(0.05, -0.02, 1.0), a: new(-1, -1, 0.5), b: new(1, -0.8, 0.3), c: new(0.2, 1.5, 0.1)
using System;
using DiffGen;

namespace Cases.Library;

public static partial class RayTriangle
{
    public readonly partial struct Vector3(double x, double y, double z)
    {
        public double X { get; } = x;
        public double Y { get; } = y;
        public double Z { get; } = z;

        [Differentiable]
        public static Vector3 operator -(Vector3 a, Vector3 b) => new(a.X - b.X, a.Y - b.Y, a.Z - b.Z);

        [Differentiable]
        public static Vector3 Cross(in Vector3 a, in Vector3 b) =>
            new((a.Y * b.Z) - (a.Z * b.Y), (a.Z * b.X) - (a.X * b.Z), (a.X * b.Y) - (a.Y * b.X));

        [Differentiable]
        public static double Dot(in Vector3 a, in Vector3 b) => (a.X * b.X) + (a.Y * b.Y) + (a.Z * b.Z);
    }

    [Differentiable]
    public static double F(Vector3 origin, Vector3 direction, Vector3 a, Vector3 b, Vector3 c) =>
        TryIntersect(origin, direction, a, b, c, out double t, out double u, out double v) ? t + (0.1 * u) - (0.2 * v) : -1.0;

    [Differentiable]
    private static bool TryIntersect(
        in Vector3 origin, in Vector3 direction, in Vector3 a, in Vector3 b, in Vector3 c, out double t, out double u, out double v)
    {
        const double epsilon = 1e-12;
        t = u = v = 0.0;
        Vector3 e1 = b - a, e2 = c - a;
        Vector3 p = Vector3.Cross(direction, e2);
        double determinant = Vector3.Dot(e1, p);
        if (Math.Abs(determinant) < epsilon)
            return false;
        double inverse = 1.0 / determinant;
        Vector3 s = origin - a;
        u = Vector3.Dot(s, p) * inverse;
        if (u < 0.0 || u > 1.0)
            return false;
        Vector3 q = Vector3.Cross(s, e1);
        v = Vector3.Dot(direction, q) * inverse;
        if (v < 0.0 || u + v > 1.0)
            return false;
        t = Vector3.Dot(e2, q) * inverse;
        return t > epsilon;
    }
}
