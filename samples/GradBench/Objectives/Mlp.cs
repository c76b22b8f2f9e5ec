using System;
using DiffGen;

namespace GradBench.Objectives;

/// <summary>A network of fully connected layers, with tanh between them and the cross-entropy of a softmax at the end.</summary>
public static partial class Mlp
{
    /// <summary>The mean loss over a batch, sample by sample.</summary>
    /// <param name="sizes">Widths of the layers, from the inputs to the classes.</param>
    /// <param name="w">For each layer its matrix, one row per output, then one bias per output.</param>
    /// <param name="x">Inputs of the samples.</param>
    /// <param name="labels">The right class of each sample.</param>
    [Differentiable(Derivatives.Gradient)]
    [Differentiable(Derivatives.Gradient, Name = "LossFast", FloatingPoint = FloatingPoint.Fast)]
    public static double Loss(ReadOnlySpan<int> sizes, ReadOnlySpan<double> w, [NoDerivative] ReadOnlySpan<double> x, ReadOnlySpan<int> labels)
    {
        int widest = 0;
        for (int layer = 0; layer < sizes.Length; layer++)
            widest = Math.Max(widest, sizes[layer]);
        var input = new double[widest];
        var output = new double[widest];
        double loss = 0;
        for (int sample = 0; sample < labels.Length; sample++)
        {
            for (int i = 0; i < sizes[0]; i++)
                input[i] = x[(sample * sizes[0]) + i];
            int offset = 0;
            for (int layer = 1; layer < sizes.Length; layer++)
            {
                int inputs = sizes[layer - 1];
                int outputs = sizes[layer];
                bool isLast = layer == sizes.Length - 1;
                for (int o = 0; o < outputs; o++)
                {
                    double sum = w[offset + (inputs * outputs) + o];
                    for (int i = 0; i < inputs; i++)
                        sum += w[offset + (o * inputs) + i] * input[i];
                    output[o] = isLast ? sum : Math.Tanh(sum);
                }
                offset += (inputs + 1) * outputs;
                (input, output) = (output, input);
            }
            loss += Lse.LogSumExp(input.AsSpan(0, sizes[^1])) - input[labels[sample]];
        }
        return loss / labels.Length;
    }
}
