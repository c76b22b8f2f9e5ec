using System;

namespace DiffGen.Benchmarks.Spellings;

/// <summary>A record of rectangular matrices with a method per layer, for two hidden layers.</summary>
internal static partial class MlpRecord
{
    /// <summary>The parameters.</summary>
    public readonly record struct Network(double[,] W1, double[] B1, double[,] W2, double[] B2, double[,] W3, double[] B3);

    [Differentiable(Derivatives.Gradient)]
    public static double Loss(Network network, [NoDerivative] double[,] x, int[] labels)
    {
        double[] first = new double[network.B1.Length], second = new double[network.B2.Length], logits = new double[network.B3.Length];
        var input = new double[x.GetLength(1)];
        double loss = 0;
        for (int sample = 0; sample < labels.Length; sample++)
        {
            for (int i = 0; i < input.Length; i++)
                input[i] = x[sample, i];
            Hidden(network.W1, network.B1, input, first);
            Hidden(network.W2, network.B2, first, second);
            Linear(network.W3, network.B3, second, logits);
            double top = double.NegativeInfinity, sum = 0;
            foreach (double e in logits)
                top = Math.Max(top, e);
            foreach (double e in logits)
                sum += Math.Exp(e - top);
            loss += top + Math.Log(sum) - logits[labels[sample]];
        }
        return loss / labels.Length;
    }

    [Differentiable]
    private static void Hidden(double[,] w, double[] b, double[] input, double[] output)
    {
        Linear(w, b, input, output);
        for (int i = 0; i < output.Length; i++)
            output[i] = Math.Tanh(output[i]);
    }

    [Differentiable]
    private static void Linear(double[,] w, double[] b, double[] input, double[] output)
    {
        for (int row = 0; row < output.Length; row++)
        {
            double sum = 0;
            for (int column = 0; column < input.Length; column++)
                sum += w[row, column] * input[column];
            output[row] = b[row] + sum;
        }
    }
}
