using System;
using DiffGen;

namespace GradBench.Objectives;

/// <summary>A recurrent network of LSTM layers with diagonal weights, which predicts the next element of a sequence.</summary>
public static partial class Lstm
{
    /// <summary>The mean loss of the predictions.</summary>
    /// <param name="layers">Number of layers.</param>
    /// <param name="width">Numbers per element of the sequence, and per state of a layer.</param>
    /// <param name="length">Number of elements of the sequence.</param>
    /// <param name="main">For each layer four rows of weights, then four of biases: forget, ingate, outgate, change.</param>
    /// <param name="extra">A row of weights of the input, one of weights of the output, one of biases of the output.</param>
    /// <param name="state">For each layer a row of the hidden state at the start, and one of the cell.</param>
    /// <param name="sequence">The elements, row after row.</param>
    [Differentiable(Derivatives.Gradient)]
    [Differentiable(Derivatives.Gradient, Name = "LossFast", FloatingPoint = FloatingPoint.Fast)]
    public static double Loss(
        int layers, int width, int length, ReadOnlySpan<double> main, ReadOnlySpan<double> extra,
        [NoDerivative] ReadOnlySpan<double> state, [NoDerivative] ReadOnlySpan<double> sequence)
    {
        var hidden = new double[layers * width];
        var cell = new double[layers * width];
        for (int layer = 0; layer < layers; layer++)
        {
            for (int i = 0; i < width; i++)
            {
                hidden[(layer * width) + i] = state[(2 * layer * width) + i];
                cell[(layer * width) + i] = state[(((2 * layer) + 1) * width) + i];
            }
        }
        var input = new double[width];
        var prediction = new double[width];
        double total = 0;
        int count = 0;
        for (int t = 0; t < length - 1; t++)
        {
            for (int i = 0; i < width; i++)
                input[i] = sequence[(t * width) + i] * extra[i];
            for (int layer = 0; layer < layers; layer++)
            {
                Step(
                    width, main.Slice(8 * layer * width, 4 * width), main.Slice(((8 * layer) + 4) * width, 4 * width),
                    hidden.AsSpan(layer * width, width), cell.AsSpan(layer * width, width), input);
            }
            double sum = 2; // the suite's definition starts here, not at 0
            for (int i = 0; i < width; i++)
            {
                prediction[i] = (input[i] * extra[width + i]) + extra[(2 * width) + i];
                sum += Math.Exp(prediction[i]);
            }
            double normaliser = Math.Log(sum);
            for (int i = 0; i < width; i++)
                total += sequence[((t + 1) * width) + i] * (prediction[i] - normaliser);
            count += width;
        }
        return -total / count;
    }

    // One layer at one time: moves its state on, and replaces its input by its output, which is the next layer's input.
    [Differentiable]
    private static void Step(int width, ReadOnlySpan<double> weight, ReadOnlySpan<double> bias, Span<double> hidden, Span<double> cell, Span<double> input)
    {
        for (int i = 0; i < width; i++)
        {
            double forget = Sigmoid((input[i] * weight[i]) + bias[i]);
            double ingate = Sigmoid((hidden[i] * weight[width + i]) + bias[width + i]);
            double outgate = Sigmoid((input[i] * weight[(2 * width) + i]) + bias[(2 * width) + i]);
            double change = Math.Tanh((hidden[i] * weight[(3 * width) + i]) + bias[(3 * width) + i]);
            cell[i] = (cell[i] * forget) + (ingate * change);
            hidden[i] = outgate * Math.Tanh(cell[i]);
            input[i] = hidden[i];
        }
    }

    [Differentiable]
    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
}
