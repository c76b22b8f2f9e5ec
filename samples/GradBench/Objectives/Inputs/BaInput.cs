using System;

namespace GradBench.Objectives.Inputs;

/// <summary>What <see cref="Ba.ResidualsAndJacobian"/> takes, for so many cameras, points and observations.</summary>
public sealed record BaInput(double[] Cams, double[] Points, double[] Weights, int[] Observations, double[] Features)
{
    /// <summary>Number of observations.</summary>
    public int Count => Weights.Length;

    /// <summary>An input of the given size, the same in every run: cameras near the origin that look at points in front of them.</summary>
    public static BaInput Create(int cameras, int points, int observations)
    {
        var random = new Random(2);
        var cams = new double[Ba.CameraSize * cameras];
        for (int c = 0; c < cameras; c++)
        {
            Span<double> cam = cams.AsSpan(Ba.CameraSize * c, Ba.CameraSize);
            Draws.Uniform(random, 3, -0.3, 0.3).CopyTo(cam);
            Draws.Uniform(random, 3, -1, 1).CopyTo(cam[3..]);
            cam[6] = 400 + (200 * random.NextDouble());
            Draws.Uniform(random, 2, 300, 340).CopyTo(cam[7..]);
            Draws.Uniform(random, 2, -0.01, 0.01).CopyTo(cam[9..]);
        }
        double[] positions = Draws.Uniform(random, 3 * points, -2, 2);
        for (int p = 0; p < points; p++)
            positions[(3 * p) + 2] += 8;
        return new(
            cams, positions, Draws.Uniform(random, observations, 0, 1), InTurn(cameras, points, observations),
            Draws.Uniform(random, 2 * observations, 0, 640));
    }

    /// <summary>The suite's form: one camera, point, weight and feature for all, observed in turn.</summary>
    public static BaInput Replicate(int cameras, int points, int observations, double[] cam, double[] point, double weight, double[] feature)
        => new(
            Repeat(cam, cameras), Repeat(point, points), Repeat([weight], observations), InTurn(cameras, points, observations),
            Repeat(feature, observations));

    /// <summary>All residuals.</summary>
    public void Residuals(Span<double> reprojection, Span<double> weightErrors)
        => Ba.Residuals(Cams, Points, Weights, Observations, Features, reprojection, weightErrors);

    /// <summary>Them and their Jacobian in compressed sparse rows.</summary>
    public void ResidualsAndJacobian(Span<double> reprojection, Span<double> weightErrors, Span<int> rows, Span<int> columns, Span<double> values, bool isFast = false)
        => Ba.ResidualsAndJacobian(Cams, Points, Weights, Observations, Features, reprojection, weightErrors, rows, columns, values, isFast);

    private static int[] InTurn(int cameras, int points, int observations)
    {
        var pairs = new int[2 * observations];
        for (int o = 0; o < observations; o++)
        {
            pairs[2 * o] = o % cameras;
            pairs[(2 * o) + 1] = o % points;
        }
        return pairs;
    }

    private static double[] Repeat(double[] values, int times)
    {
        var all = new double[values.Length * times];
        for (int i = 0; i < times; i++)
            values.CopyTo(all, i * values.Length);
        return all;
    }
}
