using System;

namespace DiffGen.Benchmarks.Spellings;

/// <summary>A loop per gate over scratch arrays, as one writes with vectors in mind; while loops over time and layers.</summary>
internal static partial class LstmGates
{
    [Differentiable(Derivatives.Gradient)]
    public static double Loss(
        int layers, int width, int length, ReadOnlySpan<double> main, ReadOnlySpan<double> extra, [NoDerivative] ReadOnlySpan<double> state,
        [NoDerivative] ReadOnlySpan<double> sequence)
    {
        Span<double> hidden = new double[layers * width], cell = new double[layers * width];
        Span<double> input = new double[width], forget = new double[width], ingate = new double[width], outgate = new double[width], change = new double[width];
        for (int layer = 0; layer < layers; layer++)
        {
            state.Slice(2 * layer * width, width).CopyTo(hidden[(layer * width)..]);
            state.Slice(((2 * layer) + 1) * width, width).CopyTo(cell[(layer * width)..]);
        }
        double total = 0;
        int t = 0;
        while (t < length - 1)
        {
            for (int i = 0; i < width; i++)
                input[i] = sequence[(t * width) + i] * extra[i];
            int layer = 0;
            while (layer < layers)
            {
                ReadOnlySpan<double> weights = main.Slice(8 * layer * width, 4 * width), biases = main.Slice(((8 * layer) + 4) * width, 4 * width);
                Span<double> h = hidden.Slice(layer * width, width), c = cell.Slice(layer * width, width);
                Affine(weights[..width], biases[..width], input, forget);
                Affine(weights.Slice(width, width), biases.Slice(width, width), h, ingate);
                Affine(weights.Slice(2 * width, width), biases.Slice(2 * width, width), input, outgate);
                Affine(weights.Slice(3 * width, width), biases.Slice(3 * width, width), h, change);
                Sigmoid(forget);
                Sigmoid(ingate);
                Sigmoid(outgate);
                for (int i = 0; i < width; i++)
                    c[i] = (c[i] * forget[i]) + (ingate[i] * Math.Tanh(change[i]));
                for (int i = 0; i < width; i++)
                    h[i] = outgate[i] * Math.Tanh(c[i]);
                h.CopyTo(input);
                layer++;
            }
            double sum = 2;
            for (int i = 0; i < width; i++)
            {
                input[i] = (input[i] * extra[width + i]) + extra[(2 * width) + i];
                sum += Math.Exp(input[i]);
            }
            double normaliser = Math.Log(sum);
            for (int i = 0; i < width; i++)
                total += sequence[((t + 1) * width) + i] * (input[i] - normaliser);
            t++;
        }
        return -total / ((length - 1) * width);
    }

    [Differentiable]
    private static void Affine(ReadOnlySpan<double> weights, ReadOnlySpan<double> biases, ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < y.Length; i++)
            y[i] = (weights[i] * x[i]) + biases[i];
    }

    [Differentiable]
    private static void Sigmoid(Span<double> x)
    {
        for (int i = 0; i < x.Length; i++)
            x[i] = 1 / (1 + Math.Exp(-x[i]));
    }
}
