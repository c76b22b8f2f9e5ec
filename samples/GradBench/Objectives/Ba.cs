using System;
using DiffGen;

namespace GradBench.Objectives;

/// <summary>Bundle adjustment: how far observed features are from where cameras should see points.</summary>
public static partial class Ba
{
    /// <summary>Numbers per camera: rotation, centre, focal length, principal point, radial distortion.</summary>
    public const int CameraSize = 11;

    private const int PointSize = 3;
    private const int BlockWidth = CameraSize + PointSize + 1;

    /// <summary>Entries of the Jacobian per observation: two rows of a block, and one for the weight.</summary>
    public const int EntriesPerObservation = (2 * BlockWidth) + 1;

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
        double x = point[0] - cam[3];
        double y = point[1] - cam[4];
        double z = point[2] - cam[5];
        double squaredAngle = (cam[0] * cam[0]) + (cam[1] * cam[1]) + (cam[2] * cam[2]);
        double xc, yc, zc;
        if (squaredAngle != 0)
        {
            double angle = Math.Sqrt(squaredAngle);
            double cos = Math.Cos(angle);
            double sin = Math.Sin(angle);
            double a = cam[0] / angle;
            double b = cam[1] / angle;
            double c = cam[2] / angle;
            double along = ((a * x) + (b * y) + (c * z)) * (1 - cos);
            xc = (x * cos) + (((b * z) - (c * y)) * sin) + (a * along);
            yc = (y * cos) + (((c * x) - (a * z)) * sin) + (b * along);
            zc = (z * cos) + (((a * y) - (b * x)) * sin) + (c * along);
        }
        else
        {
            xc = x + ((cam[1] * z) - (cam[2] * y));
            yc = y + ((cam[2] * x) - (cam[0] * z));
            zc = z + ((cam[0] * y) - (cam[1] * x));
        }
        double px = xc / zc;
        double py = yc / zc;
        double square = (px * px) + (py * py);
        double distortion = 1 + (cam[9] * square) + (cam[10] * square * square);
        ru = weight * ((px * distortion * cam[6]) + cam[7] - u);
        rv = weight * ((py * distortion * cam[6]) + cam[8] - v);
    }

    /// <summary>What keeps a weight near one.</summary>
    [Differentiable(Derivatives.Gradient)]
    public static double WeightError(double weight) => 1 - (weight * weight);

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

    /// <summary>
    /// All residuals and their Jacobian in compressed sparse rows: two rows of 15 entries per observation, then one row of one entry per weight.
    /// Columns are those of the cameras, of the points, of the weights.
    /// </summary>
    /// <param name="cams">Cameras, 11 numbers each.</param>
    /// <param name="points">Points, three numbers each.</param>
    /// <param name="weights">Weights, one per observation.</param>
    /// <param name="observations">A camera's and a point's index per observation.</param>
    /// <param name="features">Two coordinates per observation.</param>
    /// <param name="reprojection">Receives two residuals per observation.</param>
    /// <param name="weightErrors">Receives one error per observation.</param>
    /// <param name="rows">Receives where each row starts, and the end: 3p + 1 numbers.</param>
    /// <param name="columns">Receives the column of each entry: 31p numbers.</param>
    /// <param name="values">Receives the entries.</param>
    /// <param name="isFast">Whether with fast floating point.</param>
    public static void ResidualsAndJacobian(
        ReadOnlySpan<double> cams, ReadOnlySpan<double> points, ReadOnlySpan<double> weights, ReadOnlySpan<int> observations,
        ReadOnlySpan<double> features, Span<double> reprojection, Span<double> weightErrors, Span<int> rows, Span<int> columns, Span<double> values,
        bool isFast = false)
    {
        int count = weights.Length;
        int firstPoint = cams.Length;
        int firstWeight = firstPoint + points.Length;
        rows[0] = 0;
        for (int o = 0; o < count; o++)
        {
            int camera = CameraSize * observations[2 * o];
            int point = PointSize * observations[(2 * o) + 1];
            int start = 2 * BlockWidth * o;
            ReadOnlySpan<double> cam = cams.Slice(camera, CameraSize), position = points.Slice(point, PointSize);
            ref double u = ref reprojection[2 * o], v = ref reprojection[(2 * o) + 1];
            Span<double> jacobian = values.Slice(start, 2 * BlockWidth);
            if (isFast)
                ResidualFastJacobian(cam, position, weights[o], features[2 * o], features[(2 * o) + 1], out u, out v, jacobian);
            else
                ResidualJacobian(cam, position, weights[o], features[2 * o], features[(2 * o) + 1], out u, out v, jacobian);
            for (int row = 0; row < 2; row++)
            {
                Span<int> block = columns.Slice(start + (row * BlockWidth), BlockWidth);
                for (int i = 0; i < CameraSize; i++)
                    block[i] = camera + i;
                for (int i = 0; i < PointSize; i++)
                    block[CameraSize + i] = firstPoint + point + i;
                block[BlockWidth - 1] = firstWeight + o;
                rows[(2 * o) + row + 1] = start + ((row + 1) * BlockWidth);
            }
        }
        for (int o = 0; o < count; o++)
        {
            int entry = (2 * BlockWidth * count) + o;
            columns[entry] = firstWeight + o;
            (weightErrors[o], values[entry]) = WeightErrorValueAndGradient(weights[o]);
            rows[(2 * count) + o + 1] = entry + 1;
        }
    }
}
