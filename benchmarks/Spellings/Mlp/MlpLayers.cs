using System;

namespace DiffGen.Benchmarks.Spellings;

/// <summary>An array of weights and one of biases per layer; activations of all layers in a jagged array outside the loop; a helper per layer.</summary>
internal static partial class MlpLayers
{
    [Differentiable(Derivatives.Gradient)]
    public static double Loss(double[][] weights, double[][] biases, [NoDerivative] double[][] x, int[] labels)
    {
        var activations = new double[biases.Length][];
        for (int layer = 0; layer < biases.Length; layer++)
            activations[layer] = new double[biases[layer].Length];
        double loss = 0;
        for (int sample = 0; sample < labels.Length; sample++)
        {
            Apply(weights[0], biases[0], x[sample], activations[0]);
            for (int layer = 1; layer < biases.Length; layer++)
            {
                Squash(activations[layer - 1]);
                Apply(weights[layer], biases[layer], activations[layer - 1], activations[layer]);
            }
            loss += CrossEntropy(activations[biases.Length - 1], labels[sample]);
        }
        return loss / labels.Length;
    }

    [Differentiable]
    private static void Apply(double[] weights, double[] bias, double[] input, double[] output)
    {
        for (int o = 0; o < output.Length; o++)
        {
            double sum = bias[o];
            for (int i = 0; i < input.Length; i++)
                sum += weights[(o * input.Length) + i] * input[i];
            output[o] = sum;
        }
    }

    [Differentiable]
    private static void Squash(double[] values)
    {
        for (int i = 0; i < values.Length; i++)
            values[i] = Math.Tanh(values[i]);
    }

    [Differentiable]
    private static double CrossEntropy(double[] logits, int label)
    {
        double top = logits[0];
        foreach (double e in logits)
            top = Math.Max(top, e);
        double sum = 0;
        foreach (double e in logits)
            sum += Math.Exp(e - top);
        return Math.Log(sum) + top - logits[label];
    }
}
