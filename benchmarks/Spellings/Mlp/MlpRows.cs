using System;

namespace DiffGen.Benchmarks.Spellings;

/// <summary>A method for one sample, with row spans and an array of its own for each layer's output.</summary>
internal static partial class MlpRows
{
    [Differentiable(Derivatives.Gradient)]
    public static double Loss(ReadOnlySpan<int> sizes, ReadOnlySpan<double> w, [NoDerivative] ReadOnlySpan<double> x, ReadOnlySpan<int> labels)
    {
        double loss = 0;
        for (int sample = 0; sample < labels.Length; sample++)
            loss += LossOf(sizes, w, x.Slice(sample * sizes[0], sizes[0]), labels[sample]) / labels.Length;
        return loss;
    }

    [Differentiable]
    private static double LossOf(ReadOnlySpan<int> sizes, ReadOnlySpan<double> w, [NoDerivative] ReadOnlySpan<double> x, int label)
    {
        double[] values = new double[sizes[0]];
        x.CopyTo(values);
        int start = 0;
        for (int layer = 1; layer < sizes.Length; layer++)
        {
            int inputs = values.Length;
            double[] outputs = new double[sizes[layer]];
            for (int o = 0; o < outputs.Length; o++)
            {
                outputs[o] = Dot(w.Slice(start, inputs), values);
                start += inputs;
            }
            for (int o = 0; o < outputs.Length; o++)
            {
                outputs[o] += w[start++];
                if (layer + 1 < sizes.Length)
                    outputs[o] = Math.Tanh(outputs[o]);
            }
            values = outputs;
        }
        double top = values[0];
        for (int i = 1; i < values.Length; i++)
        {
            if (values[i] > top)
                top = values[i];
        }
        double sum = 0;
        for (int i = 0; i < values.Length; i++)
            sum += Math.Exp(values[i] - top);
        return Math.Log(sum) - (values[label] - top);
    }

    [Differentiable]
    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }
}
