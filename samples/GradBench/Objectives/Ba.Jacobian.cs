using System;
using System.Runtime.InteropServices;
using DiffGen;

namespace GradBench.Objectives;

// The Jacobian. Each of its rows is the gradient of one residual by the 15 numbers that it depends on; many of them are computed at once.
public static partial class Ba
{
    private const int BlockWidth = CameraSize + PointSize + 1;

    /// <summary>Entries of the Jacobian per observation: two rows of a block, and one for the weight.</summary>
    public const int EntriesPerObservation = (2 * BlockWidth) + 1;

    // Observations whose rows are computed at once: what they need stays in the nearest cache.
    private const int MostAtOnce = 32;

    /// <summary>What a residual depends on, in the order of the columns of its row.</summary>
    public struct View
    {
        /// <summary>Rotation, centre, focal length, principal point and radial distortion of the camera.</summary>
        public double R0, R1, R2, C0, C1, C2, Focal, U, V, K1, K2;

        /// <summary>The point.</summary>
        public double X, Y, Z;

        /// <summary>The weight.</summary>
        public double Weight;
    }

    /// <summary>One of the two residuals of an observation.</summary>
    /// <param name="view">The camera, the point and the weight.</param>
    /// <param name="feature">The feature's coordinate.</param>
    /// <param name="axis">0 for the first coordinate, 1 for the second.</param>
    [Differentiable(Derivatives.Batch)]
    [Differentiable(Derivatives.Batch, Name = "ResidualOfFast", FloatingPoint = FloatingPoint.Fast)]
    public static double ResidualOf(View view, double feature, double axis)
    {
        Project(
            view.R0, view.R1, view.R2, view.X - view.C0, view.Y - view.C1, view.Z - view.C2, view.K1, view.K2, out double px, out double py);
        return axis == 0 ? view.Weight * ((px * view.Focal) + view.U - feature) : view.Weight * ((py * view.Focal) + view.V - feature);
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
        int firstWeight = cams.Length + points.Length;
        Span<View> gradients = MemoryMarshal.Cast<double, View>(values.Slice(0, 2 * BlockWidth * count));
        Span<View> views = stackalloc View[2 * MostAtOnce];
        Span<double> axes = stackalloc double[2 * MostAtOnce], dFeatures = stackalloc double[2 * MostAtOnce], dAxes = stackalloc double[2 * MostAtOnce];
        for (int i = 0; i < axes.Length; i++)
            axes[i] = i % 2;
        for (int start = 0; start < count; start += MostAtOnce)
        {
            int size = Math.Min(MostAtOnce, count - start);
            Views(cams, points, weights.Slice(start, size), observations.Slice(2 * start, 2 * size), views);
            int first = 2 * start, length = 2 * size;
            ReadOnlySpan<double> seen = features.Slice(first, length);
            Span<double> residuals = reprojection.Slice(first, length);
            if (isFast)
                ResidualOfFastGradientBatch(views[..length], seen, axes[..length], residuals, gradients.Slice(first, length), dFeatures[..length], dAxes[..length]);
            else
                ResidualOfGradientBatch(views[..length], seen, axes[..length], residuals, gradients.Slice(first, length), dFeatures[..length], dAxes[..length]);
        }
        Columns(cams.Length, firstWeight, observations.Slice(0, 2 * count), rows, columns);
        for (int o = 0; o < count; o++)
        {
            int entry = (2 * BlockWidth * count) + o;
            columns[entry] = firstWeight + o;
            (weightErrors[o], values[entry]) = WeightErrorValueAndGradient(weights[o]);
            rows[(2 * count) + o + 1] = entry + 1;
        }
    }

    // Two views of each observation, one for each of its residuals.
    private static void Views(ReadOnlySpan<double> cams, ReadOnlySpan<double> points, ReadOnlySpan<double> weights, ReadOnlySpan<int> observations, Span<View> views)
    {
        for (int o = 0; o < weights.Length; o++)
        {
            Span<View> both = views.Slice(2 * o, 2);
            Span<double> view = MemoryMarshal.Cast<View, double>(both);
            cams.Slice(CameraSize * observations[2 * o], CameraSize).CopyTo(view);
            points.Slice(PointSize * observations[(2 * o) + 1], PointSize).CopyTo(view[CameraSize..]);
            view[BlockWidth - 1] = weights[o];
            both[1] = both[0];
        }
    }

    private static void Columns(int firstPoint, int firstWeight, ReadOnlySpan<int> observations, Span<int> rows, Span<int> columns)
    {
        rows[0] = 0;
        for (int o = 0; o < observations.Length / 2; o++)
        {
            int camera = CameraSize * observations[2 * o];
            int point = firstPoint + (PointSize * observations[(2 * o) + 1]);
            int start = 2 * BlockWidth * o;
            Span<int> row = columns.Slice(start, BlockWidth);
            for (int i = 0; i < CameraSize; i++)
                row[i] = camera + i;
            for (int i = 0; i < PointSize; i++)
                row[CameraSize + i] = point + i;
            row[BlockWidth - 1] = firstWeight + o;
            row.CopyTo(columns.Slice(start + BlockWidth, BlockWidth));
            rows[(2 * o) + 1] = start + BlockWidth;
            rows[(2 * o) + 2] = start + (2 * BlockWidth);
        }
    }
}
