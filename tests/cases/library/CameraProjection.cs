// A pinhole camera with Brown's distortion: a record of intrinsics, a point behind the camera is refused.
// point: camera: new(800, 790, 320, 240) { K1 = -0.2, K2 = 0.05, P1 = 0.001, P2 = -0.002 }, point: (0.3, -0.2, 2.5)
// point: camera: new(800, 790, 320, 240), point: (0.3, -0.2, -2.5)
// throws: InvalidOperationException
using System;
using DiffGen;

namespace Cases.Library;

public static partial class CameraProjection
{
    public readonly record struct Camera(double Fx, double Fy, double Cx, double Cy)
    {
        public double K1 { get; init; }
        public double K2 { get; init; }
        public double P1 { get; init; }
        public double P2 { get; init; }
    }

    [Differentiable]
    public static (double U, double V) F(Camera camera, (double X, double Y, double Z) point)
    {
        if (point.Z <= 0)
            throw new InvalidOperationException("The point is behind the camera.");
        var (fx, fy, cx, cy) = camera;
        double x = point.X / point.Z, y = point.Y / point.Z, r2 = (x * x) + (y * y);
        double radial = 1 + (r2 * (camera.K1 + (r2 * camera.K2)));
        double xd = (x * radial) + (2 * camera.P1 * x * y) + (camera.P2 * (r2 + (2 * x * x)));
        double yd = (y * radial) + (camera.P1 * (r2 + (2 * y * y))) + (2 * camera.P2 * x * y);
        return ((fx * xd) + cx, (fy * yd) + cy);
    }
}
