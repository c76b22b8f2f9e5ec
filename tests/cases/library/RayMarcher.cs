// A small ray marcher: sphere tracing until a hit, normals by differences, a light and a soft shadow, pixels in an image.
// tolerance: 1e-3
// point: radius: 0.9, lightX: 0.6, smoothness: 0.4, width: 3
using System;
using DiffGen;

namespace Cases.Library;

public static partial class RayMarcher
{
    private const int MaximumSteps = 48;
    private const double Far = 12, Near = 1e-9;

    private readonly partial record struct Vec(double X, double Y, double Z)
    {
        public static readonly Vec Up = new(0, 1, 0);

        public double Length
        {
            [Differentiable]
            get => Math.Sqrt((X * X) + (Y * Y) + (Z * Z));
        }

        [Differentiable]
        public Vec Normalize() => this * (1 / Length);

        [Differentiable]
        public static Vec operator +(Vec a, Vec b) => new(a.X + b.X, a.Y + b.Y, a.Z + b.Z);

        [Differentiable]
        public static Vec operator -(Vec a, Vec b) => new(a.X - b.X, a.Y - b.Y, a.Z - b.Z);

        [Differentiable]
        public static Vec operator *(Vec a, double s) => new(a.X * s, a.Y * s, a.Z * s);

        [Differentiable]
        public static double Dot(Vec a, Vec b) => (a.X * b.X) + (a.Y * b.Y) + (a.Z * b.Z);
    }

    private readonly record struct Scene(double Radius, double Smoothness);

    [Differentiable]
    public static double F(double radius, double lightX, double smoothness, int width)
    {
        var scene = new Scene(radius, smoothness);
        Vec light = new Vec(lightX, 1.2, -0.8).Normalize();
        var image = new double[width, width];
        for (int row = 0; row < width; row++)
        {
            for (int column = 0; column < width; column++)
            {
                double u = (column + 0.43) / width - 0.5, v = (row + 0.37) / width - 0.5;
                image[row, column] = Shade(scene, new Vec(0, 0.2, -3), new Vec(u, v, 1).Normalize(), light);
            }
        }
        double mean = 0;
        foreach (double pixel in image)
            mean += pixel;
        return mean / image.Length;
    }

    [Differentiable]
    private static double Shade(Scene scene, Vec origin, Vec direction, Vec light)
    {
        double t = March(scene, origin, direction);
        if (t >= Far)
            return 0.05 + (0.1 * Vec.Dot(direction, Vec.Up));
        Vec hit = origin + (direction * t), normal = Normal(scene, hit);
        double diffuse = Math.Max(Vec.Dot(normal, light), 0);
        return 0.1 + (0.8 * diffuse * (diffuse > 0 ? Shadow(scene, hit + (normal * 1e-2), light) : 1));
    }

    [Differentiable]
    private static double March(Scene scene, Vec origin, Vec direction)
    {
        double t = 0.5;
        for (int i = 0; i < MaximumSteps && t < Far; i++)
        {
            double d = Distance(scene, origin + (direction * t));
            t += d;
            if (d < Near)
                break;
        }
        return t;
    }

    [Differentiable]
    private static Vec Normal(Scene scene, Vec p)
    {
        const double e = 1e-3;
        return new Vec(
            Distance(scene, p with { X = p.X + e }) - Distance(scene, p with { X = p.X - e }),
            Distance(scene, p with { Y = p.Y + e }) - Distance(scene, p with { Y = p.Y - e }),
            Distance(scene, p with { Z = p.Z + e }) - Distance(scene, p with { Z = p.Z - e })).Normalize();
    }

    [Differentiable]
    private static double Shadow(Scene scene, Vec origin, Vec light)
    {
        double visible = 1, t = 0.02;
        while (t < 3)
        {
            double d = Distance(scene, origin + (light * t));
            if (d < 1e-3)
                return 0;
            visible = Math.Min(visible, 8 * d / t);
            t += Math.Clamp(d, 0.05, 0.4);
        }
        return visible;
    }

    [Differentiable]
    private static double Distance(Scene scene, Vec p)
    {
        double ball = p.Length - scene.Radius, other = (p - new Vec(0.9, 0.3, -0.1)).Length - 0.5, ground = p.Y + 1.1;
        double h = Math.Clamp(0.5 + (0.5 * (other - ball) / scene.Smoothness), 0, 1);
        double blend = other + (h * (ball - other)) - (scene.Smoothness * h * (1 - h));
        return Math.Min(blend, ground);
    }
}
