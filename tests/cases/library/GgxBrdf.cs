// A physically based reflection: GGX distribution, Smith's shadowing, Schlick's Fresnel term.
// point: normal: new(0, 0, 1), view: new(0.3, 0.1, 0.9), light: new(-0.4, 0.2, 0.8), albedo: 0.7, roughness: 0.4, metallic: 0.3
// point: normal: new(0, 0, 1), view: new(0.3, 0.1, 0.9), light: new(-0.4, 0.2, -0.8), albedo: 0.7, roughness: 0.4, metallic: 0.3
using System;
using DiffGen;

namespace Cases.Library;

public static partial class GgxBrdf
{
    public readonly partial record struct Vec3(double X, double Y, double Z)
    {
        [Differentiable]
        public static Vec3 operator +(in Vec3 a, in Vec3 b) => new(a.X + b.X, a.Y + b.Y, a.Z + b.Z);

        [Differentiable]
        public static Vec3 operator /(in Vec3 a, double s) => new(a.X / s, a.Y / s, a.Z / s);

        [Differentiable]
        public readonly double Dot(in Vec3 b) => (X * b.X) + (Y * b.Y) + (Z * b.Z);

        public readonly Vec3 Unit
        {
            [Differentiable]
            get => this / Math.Sqrt(Dot(this));
        }
    }

    [Differentiable]
    public static double F(Vec3 normal, Vec3 view, Vec3 light, double albedo, double roughness, double metallic)
    {
        Vec3 n = normal.Unit, v = view.Unit, l = light.Unit, h = (v + l).Unit;
        double nl = n.Dot(l), nv = n.Dot(v);
        if (nl <= 0 || nv <= 0)
            return 0;
        double alpha = roughness * roughness, f0 = Lerp(0.04, albedo, metallic);
        double fresnel = f0 + ((1 - f0) * Math.Pow(1 - Math.Max(h.Dot(v), 0), 5));
        double specular = Distribution(n.Dot(h), alpha) * Visibility(nl, nv, alpha) * fresnel;
        double diffuse = (1 - fresnel) * (1 - metallic) * albedo / Math.PI;
        return (diffuse + specular) * nl;
    }

    [Differentiable]
    private static double Lerp(double a, double b, double t) => a + (t * (b - a));

    [Differentiable]
    private static double Distribution(double nh, double alpha)
    {
        double a2 = alpha * alpha, d = (nh * nh * (a2 - 1)) + 1;
        return a2 / (Math.PI * d * d);
    }

    [Differentiable]
    private static double Visibility(double nl, double nv, double alpha)
    {
        double a2 = alpha * alpha;
        return 0.5 / ((nv * Math.Sqrt((nl * nl * (1 - a2)) + a2)) + (nl * Math.Sqrt((nv * nv * (1 - a2)) + a2)));
    }
}
