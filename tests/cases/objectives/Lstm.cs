// A recurrent network with diagonal weights: state kept in local jagged arrays and overwritten in every step.
// point: main: CaseData.Rows("lstm_l2_c8", "input.main_params"), extra: CaseData.Rows("lstm_l2_c8", "input.extra_params"), state: CaseData.Rows("lstm_l2_c8", "input.state"), sequence: CaseData.Rows("lstm_l2_c8", "input.sequence")
// objective: lstm_l2_c8 objective
// reference: lstm_l2_c8 1e-11 jacobian
using System;
using DiffGen;

namespace Cases.Objectives;

public static partial class Lstm
{
    [Differentiable]
    public static double F(double[][] main, double[][] extra, [NoDerivative] double[][] state, [NoDerivative] double[][] sequence)
    {
        int layers = state.Length / 2, b = extra[0].Length;
        var hidden = new double[layers][];
        var cell = new double[layers][];
        for (int i = 0; i < layers; i++)
        {
            hidden[i] = new double[b];
            cell[i] = new double[b];
            for (int j = 0; j < b; j++)
            {
                hidden[i][j] = state[2 * i][j];
                cell[i][j] = state[(2 * i) + 1][j];
            }
        }
        double total = 0;
        int count = 0;
        var input = new double[b];
        var prediction = new double[b];
        for (int t = 0; t + 1 < sequence.Length; t++)
        {
            for (int j = 0; j < b; j++)
                input[j] = sequence[t][j] * extra[0][j];
            for (int i = 0; i < layers; i++)
            {
                Layer(main[2 * i], main[(2 * i) + 1], hidden[i], cell[i], input);
                for (int j = 0; j < b; j++)
                    input[j] = hidden[i][j];
            }
            double sum = 2;
            for (int j = 0; j < b; j++)
            {
                prediction[j] = (input[j] * extra[1][j]) + extra[2][j];
                sum += Math.Exp(prediction[j]);
            }
            double normaliser = Math.Log(sum);
            for (int j = 0; j < b; j++)
                total += sequence[t + 1][j] * (prediction[j] - normaliser);
            count += b;
        }
        return -total / count;
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
