using System;
using System.Collections.Generic;
using GradBench.Objectives;
using GradBench.Objectives.Inputs;

namespace DiffGen.Benchmarks.Spellings;

/// <summary>Spellings of the network of fully connected layers. Derivatives: for each layer its matrix, then its biases.</summary>
internal static class MlpSpellings
{
    /// <param name="i">An input with two hidden layers.</param>
    public static Spelling[] Of(MlpInput i)
    {
        var dw = new double[i.W.Length];
        double[] Result() => [.. dw];
        return
        [
            new(nameof(Mlp), () => [i.Value()], () => i.Gradient(dw), Result),
            new(
                nameof(MlpRows), () => [MlpRows.Loss(i.Sizes, i.W, i.X, i.Labels)], () => MlpRows.LossGradient(i.Sizes, i.W, i.X, i.Labels, dw), Result),
            Layers(i),
            Record(i),
        ];
    }

    private static Spelling Layers(MlpInput i)
    {
        (double[][] weights, double[][] biases) = Split(i);
        double[][] x = Shapes.Jagged(i.X, i.Labels.Length), dWeights = Shapes.Like(weights), dBiases = Shapes.Like(biases);
        return new(
            nameof(MlpLayers), () => [MlpLayers.Loss(weights, biases, x, i.Labels)],
            () => MlpLayers.LossGradient(weights, biases, x, i.Labels, dWeights, dBiases), () => Join(dWeights, dBiases));
    }

    private static Spelling Record(MlpInput i)
    {
        (double[][] weights, double[][] biases) = Split(i);
        double[,] x = Shapes.Rectangular(i.X, i.Labels.Length);
        MlpRecord.Network network = Create(weights, biases);
        MlpRecord.Network dNetwork = Create(Shapes.Like(weights), Shapes.Like(biases));
        return new(
            nameof(MlpRecord), () => [MlpRecord.Loss(network, x, i.Labels)], () => MlpRecord.LossGradient(network, x, i.Labels, ref dNetwork),
            () => Join(
                [Shapes.Flat(dNetwork.W1), Shapes.Flat(dNetwork.W2), Shapes.Flat(dNetwork.W3)], [dNetwork.B1, dNetwork.B2, dNetwork.B3]));
    }

    private static MlpRecord.Network Create(double[][] w, double[][] b) => new(
        Shapes.Rectangular(w[0], b[0].Length), b[0], Shapes.Rectangular(w[1], b[1].Length), b[1], Shapes.Rectangular(w[2], b[2].Length), b[2]);

    private static (double[][] Weights, double[][] Biases) Split(MlpInput input)
    {
        List<double[]> weights = [], biases = [];
        int offset = 0;
        for (int layer = 1; layer < input.Sizes.Length; layer++)
        {
            int count = input.Sizes[layer - 1] * input.Sizes[layer];
            weights.Add(input.W.AsSpan(offset, count).ToArray());
            biases.Add(input.W.AsSpan(offset + count, input.Sizes[layer]).ToArray());
            offset += count + input.Sizes[layer];
        }
        return ([.. weights], [.. biases]);
    }

    private static double[] Join(double[][] weights, double[][] biases)
    {
        var all = new List<double>();
        for (int layer = 0; layer < weights.Length; layer++)
        {
            all.AddRange(weights[layer]);
            all.AddRange(biases[layer]);
        }
        return [.. all];
    }
}
