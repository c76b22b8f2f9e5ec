using System;

namespace DiffGen.Benchmarks.Spellings;

/// <summary>A struct with operators for vectors; the residuals are a tuple.</summary>
internal static partial class BaVectors
{
    /// <summary>A vector of three numbers.</summary>
    public readonly partial record struct Vec3(double X, double Y, double Z)
    {
        [Differentiable]
        public static Vec3 operator +(Vec3 a, Vec3 b) => new(a.X + b.X, a.Y + b.Y, a.Z + b.Z);

        [Differentiable]
        public static Vec3 operator -(Vec3 a, Vec3 b) => new(a.X - b.X, a.Y - b.Y, a.Z - b.Z);

        [Differentiable]
        public static Vec3 operator *(Vec3 a, double s) => new(a.X * s, a.Y * s, a.Z * s);

        [Differentiable]
        public static double Dot(Vec3 a, Vec3 b) => (a.X * b.X) + (a.Y * b.Y) + (a.Z * b.Z);

        [Differentiable]
        public static Vec3 Cross(Vec3 a, Vec3 b) => new((a.Y * b.Z) - (a.Z * b.Y), (a.Z * b.X) - (a.X * b.Z), (a.X * b.Y) - (a.Y * b.X));
    }

    [Differentiable(Derivatives.Jacobian)]
    public static (double U, double V) Residual(
        ReadOnlySpan<double> cam, ReadOnlySpan<double> point, double weight, [NoDerivative] double u, [NoDerivative] double v)
    {
        var rotation = new Vec3(cam[0], cam[1], cam[2]);
        Vec3 seen = Rotate(rotation, new Vec3(point[0], point[1], point[2]) - new Vec3(cam[3], cam[4], cam[5]));
        double x = seen.X / seen.Z, y = seen.Y / seen.Z;
        double square = (x * x) + (y * y);
        double scale = (1 + (cam[9] * square) + (cam[10] * square * square)) * cam[6];
        return (weight * ((x * scale) + cam[7] - u), weight * ((y * scale) + cam[8] - v));
    }

    [Differentiable]
    private static Vec3 Rotate(Vec3 r, Vec3 x)
    {
        double square = Vec3.Dot(r, r);
        if (square == 0)
            return x + Vec3.Cross(r, x);
        double angle = Math.Sqrt(square);
        Vec3 axis = r * (1 / angle);
        (double sin, double cos) = Math.SinCos(angle);
        return (x * cos) + (Vec3.Cross(axis, x) * sin) + (axis * (Vec3.Dot(axis, x) * (1 - cos)));
    }
}
