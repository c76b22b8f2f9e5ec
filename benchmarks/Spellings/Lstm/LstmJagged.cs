using System;

namespace DiffGen.Benchmarks.Spellings;

/// <summary>Jagged arrays, with a copy of the state in arrays of its own per layer.</summary>
internal static partial class LstmJagged
{
    [Differentiable(Derivatives.Gradient)]
    public static double Loss(double[][] main, double[][] extra, [NoDerivative] double[][] state, [NoDerivative] double[][] sequence)
    {
        int layers = state.Length / 2, b = extra[0].Length;
        var hidden = new double[layers][];
        var cell = new double[layers][];
        for (int i = 0; i < layers; i++)
        {
            hidden[i] = new double[b];
            cell[i] = new double[b];
            Array.Copy(state[2 * i], hidden[i], b);
            Array.Copy(state[(2 * i) + 1], cell[i], b);
        }
        double total = 0;
        for (int t = 1; t < sequence.Length; t++)
        {
            var input = new double[b];
            for (int j = 0; j < b; j++)
                input[j] = sequence[t - 1][j] * extra[0][j];
            double[] values = input;
            for (int i = 0; i < layers; i++)
            {
                Layer(main[2 * i], main[(2 * i) + 1], hidden[i], cell[i], values);
                values = hidden[i];
            }
            var prediction = new double[b];
            double sum = 2;
            for (int j = 0; j < b; j++)
            {
                prediction[j] = (values[j] * extra[1][j]) + extra[2][j];
                sum += Math.Exp(prediction[j]);
            }
            for (int j = 0; j < b; j++)
                total += sequence[t][j] * (prediction[j] - Math.Log(sum));
        }
        return -total / (b * (sequence.Length - 1));
    }

    [Differentiable]
    private static void Layer(double[] weight, double[] bias, double[] hidden, double[] cell, double[] input)
    {
        int b = hidden.Length;
        for (int i = 0; i < b; i++)
        {
            double forget = Sigmoid((input[i] * weight[i]) + bias[i]);
            double ingate = Sigmoid((hidden[i] * weight[b + i]) + bias[b + i]);
            double outgate = Sigmoid((input[i] * weight[(2 * b) + i]) + bias[(2 * b) + i]);
            double change = Math.Tanh((hidden[i] * weight[(3 * b) + i]) + bias[(3 * b) + i]);
            cell[i] = (cell[i] * forget) + (ingate * change);
            hidden[i] = outgate * Math.Tanh(cell[i]);
        }
    }

    [Differentiable]
    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
}
