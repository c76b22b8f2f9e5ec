// Unit quaternions as a struct with operators: interpolation on the sphere, then rotation of a vector.
// point: a: new(0.9, 0.1, 0.3, -0.2), b: new(-0.4, 0.5, 0.6, 0.3), t: 0.3, vx: 1.0, vy: -0.5, vz: 2.0
// point: a: new(0.9, 0.1, 0.3, -0.2), b: new(0.9, 0.1, 0.3001, -0.2), t: 0.6, vx: 1.0, vy: -0.5, vz: 2.0
using System;
using DiffGen;

namespace Cases.Library;

public static partial class QuaternionSlerp
{
    public readonly partial struct Quat
    {
        public readonly double W, X, Y, Z;

        [Differentiable]
        public Quat(double w, double x, double y, double z) => (W, X, Y, Z) = (w, x, y, z);

        [Differentiable]
        public static Quat operator *(Quat p, Quat q) => new(
            (p.W * q.W) - (p.X * q.X) - (p.Y * q.Y) - (p.Z * q.Z),
            (p.W * q.X) + (p.X * q.W) + (p.Y * q.Z) - (p.Z * q.Y),
            (p.W * q.Y) - (p.X * q.Z) + (p.Y * q.W) + (p.Z * q.X),
            (p.W * q.Z) + (p.X * q.Y) - (p.Y * q.X) + (p.Z * q.W));

        [Differentiable]
        public static Quat operator *(double s, Quat q) => new(s * q.W, s * q.X, s * q.Y, s * q.Z);

        [Differentiable]
        public static Quat operator +(Quat p, Quat q) => new(p.W + q.W, p.X + q.X, p.Y + q.Y, p.Z + q.Z);

        [Differentiable]
        public static Quat operator -(Quat q) => new(-q.W, -q.X, -q.Y, -q.Z);

        [Differentiable]
        public Quat Conjugate() => new(W, -X, -Y, -Z);

        [Differentiable]
        public static double Dot(Quat p, Quat q) => (p.W * q.W) + (p.X * q.X) + (p.Y * q.Y) + (p.Z * q.Z);

        [Differentiable]
        public Quat Normalized() => (1.0 / Math.Sqrt(Dot(this, this))) * this;
    }

    [Differentiable]
    public static double F(Quat a, Quat b, double t, double vx, double vy, double vz)
    {
        Quat q = Slerp(a.Normalized(), b.Normalized(), t);
        Quat rotated = q * new Quat(0, vx, vy, vz) * q.Conjugate();
        return rotated.X + (2 * rotated.Y) - (0.5 * rotated.Z);
    }

    [Differentiable]
    private static Quat Slerp(Quat a, Quat b, double t)
    {
        double cos = Quat.Dot(a, b);
        if (cos < 0)
        {
            b = -b;
            cos = -cos;
        }
        if (cos > 0.9999)
            return (((1 - t) * a) + (t * b)).Normalized();
        double angle = Math.Acos(cos), sin = Math.Sin(angle);
        return ((Math.Sin((1 - t) * angle) / sin) * a) + ((Math.Sin(t * angle) / sin) * b);
    }
}
