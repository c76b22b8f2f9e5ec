using System;

namespace DiffGen.Benchmarks.Spellings;

/// <summary>A record for the camera, with properties for what it is made of; no arrays at all.</summary>
internal static partial class BaRecords
{
    /// <summary>A camera.</summary>
    public readonly record struct Camera(
        double R0, double R1, double R2, double C0, double C1, double C2, double F, double U, double V, double K1, double K2);

    /// <summary>A point, or a direction.</summary>
    public readonly record struct Point(double X, double Y, double Z);

    [Differentiable(Derivatives.Jacobian)]
    public static (double U, double V) Residual(Camera cam, Point point, double weight, [NoDerivative] double u, [NoDerivative] double v)
    {
        Point seen = Turn(cam, point with { X = point.X - cam.C0, Y = point.Y - cam.C1, Z = point.Z - cam.C2 });
        (double x, double y) = (seen.X / seen.Z, seen.Y / seen.Z);
        double square = (x * x) + (y * y);
        double distortion = 1 + (square * (cam.K1 + (cam.K2 * square)));
        return (weight * ((cam.F * distortion * x) + cam.U - u), weight * ((cam.F * distortion * y) + cam.V - v));
    }

    [Differentiable]
    private static Point Turn(Camera cam, Point p)
    {
        double square = (cam.R0 * cam.R0) + (cam.R1 * cam.R1) + (cam.R2 * cam.R2);
        if (square == 0)
        {
            return new(
                p.X + (cam.R1 * p.Z) - (cam.R2 * p.Y), p.Y + (cam.R2 * p.X) - (cam.R0 * p.Z), p.Z + (cam.R0 * p.Y) - (cam.R1 * p.X));
        }
        double angle = Math.Sqrt(square);
        double cos = Math.Cos(angle), factor = Math.Sin(angle) / angle;
        double along = ((cam.R0 * p.X) + (cam.R1 * p.Y) + (cam.R2 * p.Z)) * (1 - cos) / square;
        return new(
            (p.X * cos) + (((cam.R1 * p.Z) - (cam.R2 * p.Y)) * factor) + (cam.R0 * along),
            (p.Y * cos) + (((cam.R2 * p.X) - (cam.R0 * p.Z)) * factor) + (cam.R1 * along),
            (p.Z * cos) + (((cam.R0 * p.Y) - (cam.R1 * p.X)) * factor) + (cam.R2 * along));
    }
}
