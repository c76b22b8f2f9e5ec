// Signed distances of primitives joined by a smooth minimum.
// point: p: new(0.4, 0.3, -0.2), radius: 0.8, smoothness: 0.3
// point: p: new(2.4, 1.3, -1.2), radius: 0.8, smoothness: 0.3
using System;
using DiffGen;

namespace Cases.Library;

public static partial class SignedDistanceScene
{
    public readonly record struct P3(double X, double Y, double Z);

    [Differentiable]
    public static double F(P3 p, double radius, double smoothness)
    {
        double scene = SmoothMin(Sphere(p, radius), Box(p with { X = p.X - 1.1 }, 0.5, 0.4, 0.6), smoothness);
        return Math.Min(scene, Torus(p, 1.4, 0.15));
    }

    [Differentiable]
    private static double Length(params ReadOnlySpan<double> v)
    {
        double s = 0;
        foreach (double e in v)
            s += e * e;
        return Math.Sqrt(s);
    }

    [Differentiable]
    private static double Sphere(P3 p, double r) => Length(p.X, p.Y, p.Z) - r;

    [Differentiable]
    private static double Box(P3 p, double a, double b, double c)
    {
        double qx = Math.Abs(p.X) - a, qy = Math.Abs(p.Y) - b, qz = Math.Abs(p.Z) - c;
        return Length(Math.Max(qx, 0), Math.Max(qy, 0), Math.Max(qz, 0)) + Math.Min(Math.Max(qx, Math.Max(qy, qz)), 0);
    }

    [Differentiable]
    private static double Torus(P3 p, double major, double minor) => Length(Length(p.X, p.Z) - major, p.Y) - minor;

    [Differentiable]
    private static double SmoothMin(double a, double b, double k)
    {
        double h = Math.Max(k - Math.Abs(a - b), 0) / k;
        return Math.Min(a, b) - (h * h * k / 4);
    }
}
