using System;
using System.Linq;

namespace DiffGen.Benchmarks.ByHand;

/// <summary>Back-propagation through dense layers, sample by sample.</summary>
internal static class MlpByHand
{
    private static double[]? _storage;

    public static void Gradient(int[] widths, ReadOnlySpan<double> weights, ReadOnlySpan<double> x, int[] labels, Span<double> dWeights)
    {
        int layers = widths.Length - 1, widest = widths.Max(), classes = widths[layers];
        Span<double> values = Scratch.Reserve(ref _storage, (layers + 2) * widest);
        Span<double> bar = values.Slice(layers * widest, widest), below = values.Slice((layers + 1) * widest, widest);
        dWeights.Clear();
        for (int s = 0; s < labels.Length; s++)
        {
            ReadOnlySpan<double> sample = x.Slice(s * widths[0], widths[0]);
            int offset = 0;
            for (int layer = 0; layer < layers; layer++)
            {
                int inputs = widths[layer], outputs = widths[layer + 1];
                ReadOnlySpan<double> input = layer == 0 ? sample : values.Slice((layer - 1) * widest, inputs);
                Forward(weights.Slice(offset, (inputs + 1) * outputs), input, values.Slice(layer * widest, outputs), isLast: layer == layers - 1);
                offset += (inputs + 1) * outputs;
            }
            LogSumExpByHand.Gradient(values.Slice((layers - 1) * widest, classes), bar);
            bar[labels[s]] -= 1;
            for (int o = 0; o < classes; o++)
                bar[o] /= labels.Length;
            for (int layer = layers - 1; layer >= 0; layer--)
            {
                int inputs = widths[layer], outputs = widths[layer + 1], count = (inputs + 1) * outputs;
                offset -= count;
                ReadOnlySpan<double> input = layer == 0 ? sample : values.Slice((layer - 1) * widest, inputs);
                Back(weights.Slice(offset, count), input, bar[..outputs], dWeights.Slice(offset, count), layer == 0 ? [] : below[..inputs]);
                Span<double> swap = bar;
                bar = below;
                below = swap;
            }
        }
    }

    private static void Forward(ReadOnlySpan<double> w, ReadOnlySpan<double> input, Span<double> output, bool isLast)
    {
        ReadOnlySpan<double> bias = w[(input.Length * output.Length)..];
        for (int o = 0; o < output.Length; o++)
        {
            ReadOnlySpan<double> row = w.Slice(o * input.Length, input.Length);
            double sum = bias[o];
            for (int i = 0; i < row.Length; i++)
                sum += row[i] * input[i];
            output[o] = isLast ? sum : Math.Tanh(sum);
        }
    }

    // Where below is empty the input is constant; else it is the tanh of the layer below.
    private static void Back(ReadOnlySpan<double> w, ReadOnlySpan<double> input, ReadOnlySpan<double> bar, Span<double> dw, Span<double> below)
    {
        below.Clear();
        for (int o = 0; o < bar.Length; o++)
        {
            double b = bar[o];
            Span<double> row = dw.Slice(o * input.Length, input.Length);
            for (int i = 0; i < row.Length; i++)
                row[i] += b * input[i];
            ReadOnlySpan<double> weight = w.Slice(o * input.Length, input.Length)[..below.Length];
            for (int i = 0; i < weight.Length; i++)
                below[i] += b * weight[i];
            dw[(input.Length * bar.Length) + o] += b;
        }
        for (int i = 0; i < below.Length; i++)
            below[i] *= 1 - (input[i] * input[i]);
    }
}
