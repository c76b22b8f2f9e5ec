using System;
using DiffGen;

namespace GradBench.Objectives;

/// <summary>Bundle adjustment: how far observed features are from where cameras should see points.</summary>
public static partial class Ba
{
    /// <summary>Numbers per camera: rotation, centre, focal length, principal point, radial distortion.</summary>
    public const int CameraSize = 11;

    private const int PointSize = 3;
    /// <summary>The two residuals of one observation.</summary>
    /// <param name="cam">The camera, 11 numbers.</param>
    /// <param name="point">The point, three numbers.</param>
    /// <param name="weight">The observation's weight.</param>
    /// <param name="u">The feature's first coordinate in the image.</param>
    /// <param name="v">The feature's second coordinate.</param>
    /// <param name="ru">The first residual.</param>
    /// <param name="rv">The second residual.</param>
    [Differentiable(Derivatives.Jacobian)]
    [Differentiable(Derivatives.Jacobian, Name = "ResidualFast", FloatingPoint = FloatingPoint.Fast)]
    public static void Residual(
        ReadOnlySpan<double> cam, ReadOnlySpan<double> point, double weight, [NoDerivative] double u, [NoDerivative] double v,
        out double ru, out double rv)
    {
        Project(
            cam[0], cam[1], cam[2], point[0] - cam[3], point[1] - cam[4], point[2] - cam[5], cam[9], cam[10], out double px, out double py);
        ru = weight * ((px * cam[6]) + cam[7] - u);
        rv = weight * ((py * cam[6]) + cam[8] - v);
    }

    /// <summary>What keeps a weight near one.</summary>
    [Differentiable(Derivatives.Gradient)]
    public static double WeightError(double weight) => 1 - (weight * weight);

    // Where a camera sees a point, in units of its focal length: turned by the rotation vector r, then projected and distorted.
    [Differentiable]
    private static void Project(
        double r0, double r1, double r2, double x, double y, double z, double k1, double k2, out double px, out double py)
    {
        double squaredAngle = (r0 * r0) + (r1 * r1) + (r2 * r2);
        double xc, yc, zc;
        if (squaredAngle != 0)
        {
            double angle = Math.Sqrt(squaredAngle);
            double cos = Math.Cos(angle);
            double sin = Math.Sin(angle);
            double a = r0 / angle;
            double b = r1 / angle;
            double c = r2 / angle;
            double along = ((a * x) + (b * y) + (c * z)) * (1 - cos);
            xc = (x * cos) + (((b * z) - (c * y)) * sin) + (a * along);
            yc = (y * cos) + (((c * x) - (a * z)) * sin) + (b * along);
            zc = (z * cos) + (((a * y) - (b * x)) * sin) + (c * along);
        }
        else
        {
            xc = x + ((r1 * z) - (r2 * y));
            yc = y + ((r2 * x) - (r0 * z));
            zc = z + ((r0 * y) - (r1 * x));
        }
        px = xc / zc;
        py = yc / zc;
        double square = (px * px) + (py * py);
        double distortion = 1 + (k1 * square) + (k2 * square * square);
        px *= distortion;
        py *= distortion;
    }

    /// <summary>All residuals: two per observation, and its weight's error.</summary>
    /// <param name="cams">Cameras, 11 numbers each.</param>
    /// <param name="points">Points, three numbers each.</param>
    /// <param name="weights">Weights, one per observation.</param>
    /// <param name="observations">A camera's and a point's index per observation.</param>
    /// <param name="features">Two coordinates per observation.</param>
    /// <param name="reprojection">Receives two residuals per observation.</param>
    /// <param name="weightErrors">Receives one error per observation.</param>
    public static void Residuals(
        ReadOnlySpan<double> cams, ReadOnlySpan<double> points, ReadOnlySpan<double> weights, ReadOnlySpan<int> observations,
        ReadOnlySpan<double> features, Span<double> reprojection, Span<double> weightErrors)
    {
        for (int o = 0; o < weights.Length; o++)
        {
            ReadOnlySpan<double> cam = cams.Slice(CameraSize * observations[2 * o], CameraSize);
            ReadOnlySpan<double> point = points.Slice(PointSize * observations[(2 * o) + 1], PointSize);
            Residual(
                cam, point, weights[o], features[2 * o], features[(2 * o) + 1], out reprojection[2 * o], out reprojection[(2 * o) + 1]);
            weightErrors[o] = WeightError(weights[o]);
        }
    }
}
