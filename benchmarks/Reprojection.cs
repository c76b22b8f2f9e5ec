using System;

namespace DiffGen.Benchmarks;

/// <summary>Bundle adjustment: one observation, two residuals by eleven numbers of the camera, three of the point, and a weight.</summary>
internal static partial class Reprojection
{
    [Differentiable(Derivatives.Jvp | Derivatives.Vjp | Derivatives.Jacobian)]
    public static (double U, double V) Residual(double[] cam, Vec3 point, double w, [NoDerivative] double u, [NoDerivative] double v)
    {
        var r = new Vec3(cam[0], cam[1], cam[2]);
        Vec3 xo = point - new Vec3(cam[3], cam[4], cam[5]);
        double theta2 = Vec3.Dot(r, r);
        Vec3 xc;
        if (theta2 != 0)
        {
            double theta = Math.Sqrt(theta2);
            (double s, double c) = Math.SinCos(theta);
            Vec3 axis = r * (1 / theta);
            xc = (xo * c) + (Vec3.Cross(axis, xo) * s) + (axis * (Vec3.Dot(axis, xo) * (1 - c)));
        }
        else
        {
            xc = xo + Vec3.Cross(r, xo);
        }
        double px = xc.X / xc.Z, py = xc.Y / xc.Z;
        double square = (px * px) + (py * py);
        double distortion = 1 + (cam[9] * square) + (cam[10] * square * square);
        px = (px * distortion * cam[6]) + cam[7];
        py = (py * distortion * cam[6]) + cam[8];
        return (w * (px - u), w * (py - v));
    }

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
        public static Vec3 Cross(Vec3 a, Vec3 b) =>
            new((a.Y * b.Z) - (a.Z * b.Y), (a.Z * b.X) - (a.X * b.Z), (a.X * b.Y) - (a.Y * b.X));
    }
}
