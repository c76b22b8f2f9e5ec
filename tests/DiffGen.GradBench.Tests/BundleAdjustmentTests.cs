using System;
using GradBench.Objectives;
using GradBench.Objectives.Inputs;
using Xunit;

namespace DiffGen.GradBench.Tests;

/// <summary>Many rows of the Jacobian at once against the blocks of single observations, which another companion computes.</summary>
public sealed class BundleAdjustmentTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(77)]
    public void Rows_are_those_of_single_observations(int count)
    {
        BaInput input = BaInput.Create(3, 5, count);
        // One camera is not turned at all: its observations take the other branch, beside those that do not.
        input.Cams.AsSpan(Ba.CameraSize, 3).Clear();
        foreach (bool isFast in new[] { false, true })
        {
            double[] residuals = new double[2 * count], errors = new double[count], values = new double[Ba.EntriesPerObservation * count];
            int[] rows = new int[(3 * count) + 1], columns = new int[values.Length];
            input.ResidualsAndJacobian(residuals, errors, rows, columns, values, isFast);
            for (int o = 0; o < count; o++)
            {
                int camera = Ba.CameraSize * input.Observations[2 * o], point = 3 * input.Observations[(2 * o) + 1];
                var block = new double[30];
                Ba.ResidualJacobian(
                    input.Cams.AsSpan(camera, Ba.CameraSize), input.Points.AsSpan(point, 3), input.Weights[o], input.Features[2 * o], input.Features[(2 * o) + 1],
                    out double u, out double v, block);
                Reference.Close([u, v], residuals[(2 * o)..((2 * o) + 2)], isFast ? 1e-10 : 0);
                Reference.Close(block, values[(30 * o)..((30 * o) + 30)], isFast ? 1e-10 : 1e-12);
                for (int entry = 0; entry < 30; entry++)
                {
                    int i = entry % 15;
                    int column = i < 11 ? camera + i : i < 14 ? input.Cams.Length + point + i - 11 : input.Cams.Length + input.Points.Length + o;
                    Assert.Equal(column, columns[(30 * o) + entry]);
                }
                Assert.Equal(30 * o, rows[2 * o]);
                Assert.Equal((30 * o) + 15, rows[(2 * o) + 1]);
            }
            Assert.Equal(values.Length, rows[3 * count]);
        }
    }
}
