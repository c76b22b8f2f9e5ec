// Bundle adjustment: cameras and points in flat arrays, angle-axis rotation, distortion, a robust loss, a prior.
// point: cameras: [0.01, -0.02, 0.03, 0.1, -0.1, -5, 500, 0.01, -0.002, -0.05, 0.04, 0.02, -0.3, 0.2, -6, 480, 0.02, 0.001], points: [0.2, 0.3, 0.1, -0.5, 0.4, 0.3, 0.7, -0.6, -0.2], observations: [new(0, 0, -30, -20), new(0, 1, 45, -35), new(1, 0, 10, -45), new(1, 2, -60, 40)]
using System;
using DiffGen;

namespace Cases.Library;

public static partial class BundleAdjustment
{
    private const int CameraSize = 9, PointSize = 3;

    public readonly record struct Observation(int Camera, int Point, double U, double V);

    private partial struct Vec3(double x, double y, double z)
    {
        public double X = x, Y = y, Z = z;

        [Differentiable]
        public static Vec3 Load(ReadOnlySpan<double> s) => new(s[0], s[1], s[2]);

        [Differentiable]
        public static Vec3 operator +(Vec3 a, Vec3 b) => new(a.X + b.X, a.Y + b.Y, a.Z + b.Z);

        [Differentiable]
        public static Vec3 operator *(double s, Vec3 a) => new(s * a.X, s * a.Y, s * a.Z);

        [Differentiable]
        public static Vec3 Cross(Vec3 a, Vec3 b) => new((a.Y * b.Z) - (a.Z * b.Y), (a.Z * b.X) - (a.X * b.Z), (a.X * b.Y) - (a.Y * b.X));

        [Differentiable]
        public static double Dot(Vec3 a, Vec3 b) => (a.X * b.X) + (a.Y * b.Y) + (a.Z * b.Z);
    }

    [Differentiable]
    public static double F(double[] cameras, double[] points, [NoDerivative] Observation[] observations)
    {
        if (cameras.Length % CameraSize != 0 || points.Length % PointSize != 0)
            throw new ArgumentException("The buffers do not hold whole cameras and points.");
        Span<double> residual = stackalloc double[2];
        double cost = 0;
        foreach (Observation o in observations)
        {
            ReadOnlySpan<double> camera = cameras.AsSpan(o.Camera * CameraSize, CameraSize);
            if (!Project(camera, Vec3.Load(points.AsSpan(o.Point * PointSize)), out residual[0], out residual[1]))
                continue;
            residual[0] -= o.U;
            residual[1] -= o.V;
            cost += Cauchy(residual, scale: 20);
        }
        for (int c = 0; c < cameras.Length; c += CameraSize)
            cost += 1e-6 * Prior(cameras.AsSpan()[c..(c + CameraSize)]);
        return cost;
    }

    [Differentiable]
    private static bool Project(ReadOnlySpan<double> camera, Vec3 point, out double u, out double v)
    {
        Vec3 p = Rotate(Vec3.Load(camera), point) + Vec3.Load(camera[3..]);
        if (Math.Abs(p.Z) < 1e-9)
        {
            u = v = 0;
            return false;
        }
        double x = -p.X / p.Z, y = -p.Y / p.Z, r2 = (x * x) + (y * y);
        var (focal, k1, k2) = (camera[^3], camera[^2], camera[^1]);
        double scale = focal * (1 + (r2 * (k1 + (k2 * r2))));
        (u, v) = (scale * x, scale * y);
        return true;
    }

    [Differentiable]
    private static Vec3 Rotate(Vec3 axis, Vec3 point)
    {
        double theta2 = Vec3.Dot(axis, axis);
        if (theta2 <= double.Epsilon)
            return point + Vec3.Cross(axis, point);
        double theta = Math.Sqrt(theta2), cos = Math.Cos(theta);
        Vec3 w = 1 / theta * axis;
        return (cos * point) + (Math.Sin(theta) * Vec3.Cross(w, point)) + ((1 - cos) * Vec3.Dot(w, point) * w);
    }

    [Differentiable]
    private static double Cauchy(ReadOnlySpan<double> r, double scale)
    {
        double squared = 0;
        foreach (double e in r)
            squared += e * e;
        return 0.5 * scale * scale * double.LogP1(squared / (scale * scale));
    }

    [Differentiable]
    private static double Prior(ReadOnlySpan<double> camera)
    {
        double d = camera[6] - 500;
        return (d * d) + (1e4 * camera[7] * camera[7]);
    }
}
