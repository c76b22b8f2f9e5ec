using System;
using System.Linq;
using GradBench.Objectives;
using GradBench.Objectives.Inputs;

namespace DiffGen.Benchmarks.Spellings;

/// <summary>Spellings of an observation's residuals. Derivatives: a block of 2 × 15 per observation, without the indices of the sparse matrix.</summary>
internal static class BaSpellings
{
    private const int BlockSize = 30;

    public static Spelling[] Of(BaInput input) => [Sample(input), Vectors(input), Spans(input), Records(input)];

    private static Spelling Sample(BaInput i)
    {
        double[] residuals = new double[2 * i.Count], blocks = new double[BlockSize * i.Count];
        Observation value = (o, cam, point) =>
            Ba.Residual(cam, point, i.Weights[o], i.Features[2 * o], i.Features[(2 * o) + 1], out residuals[2 * o], out residuals[(2 * o) + 1]);
        Observation jacobian = (o, cam, point) =>
            Ba.ResidualJacobian(
                cam, point, i.Weights[o], i.Features[2 * o], i.Features[(2 * o) + 1], out residuals[2 * o], out residuals[(2 * o) + 1], Block(blocks, o));
        return new(nameof(Ba), () => Values(i, residuals, value), () => ForEach(i, jacobian), () => [.. blocks]);
    }

    private static Spelling Vectors(BaInput i)
    {
        double[] residuals = new double[2 * i.Count], blocks = new double[BlockSize * i.Count];
        Observation value = (o, cam, point) =>
            (residuals[2 * o], residuals[(2 * o) + 1]) = BaVectors.Residual(cam, point, i.Weights[o], i.Features[2 * o], i.Features[(2 * o) + 1]);
        Observation jacobian = (o, cam, point) =>
            BaVectors.ResidualJacobian(cam, point, i.Weights[o], i.Features[2 * o], i.Features[(2 * o) + 1], Block(blocks, o));
        return new(nameof(BaVectors), () => Values(i, residuals, value), () => ForEach(i, jacobian), () => [.. blocks]);
    }

    private static Spelling Spans(BaInput i)
    {
        double[] residuals = new double[2 * i.Count], blocks = new double[BlockSize * i.Count];
        Observation value = (o, cam, point) =>
            BaSpans.Residual(cam, point, i.Weights[o], i.Features.AsSpan(2 * o, 2), residuals.AsSpan(2 * o, 2));
        Observation jacobian = (o, cam, point) =>
            BaSpans.ResidualJacobian(cam, point, i.Weights[o], i.Features.AsSpan(2 * o, 2), residuals.AsSpan(2 * o, 2), Block(blocks, o));
        return new(nameof(BaSpans), () => Values(i, residuals, value), () => ForEach(i, jacobian), () => [.. blocks]);
    }

    private static Spelling Records(BaInput i)
    {
        double[] residuals = new double[2 * i.Count], blocks = new double[BlockSize * i.Count];
        BaRecords.Camera[] cameras = [.. i.Cams.Chunk(Ba.CameraSize).Select(c => new BaRecords.Camera(c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7], c[8], c[9], c[10]))];
        BaRecords.Point[] points = [.. i.Points.Chunk(3).Select(p => new BaRecords.Point(p[0], p[1], p[2]))];
        double[] Values()
        {
            for (int o = 0; o < i.Count; o++)
            {
                (residuals[2 * o], residuals[(2 * o) + 1]) = BaRecords.Residual(
                    cameras[i.Observations[2 * o]], points[i.Observations[(2 * o) + 1]], i.Weights[o], i.Features[2 * o], i.Features[(2 * o) + 1]);
            }
            return residuals;
        }
        void Jacobians()
        {
            for (int o = 0; o < i.Count; o++)
            {
                BaRecords.ResidualJacobian(
                    cameras[i.Observations[2 * o]], points[i.Observations[(2 * o) + 1]], i.Weights[o], i.Features[2 * o], i.Features[(2 * o) + 1],
                    Block(blocks, o));
            }
        }
        return new(nameof(BaRecords), Values, Jacobians, () => [.. blocks]);
    }

    private delegate void Observation(int index, ReadOnlySpan<double> cam, ReadOnlySpan<double> point);

    private static void ForEach(BaInput input, Observation action)
    {
        for (int o = 0; o < input.Count; o++)
        {
            action(
                o, input.Cams.AsSpan(Ba.CameraSize * input.Observations[2 * o], Ba.CameraSize),
                input.Points.AsSpan(3 * input.Observations[(2 * o) + 1], 3));
        }
    }

    private static double[] Values(BaInput input, double[] residuals, Observation value)
    {
        ForEach(input, value);
        return residuals;
    }

    private static Span<double> Block(double[] blocks, int observation) => blocks.AsSpan(BlockSize * observation, BlockSize);
}
