using System;
using DiffGen;

namespace Digits;

/// <summary>A network with one hidden layer. All weights lie in one flat array: hidden weights, hidden biases, output weights, output biases.</summary>
internal static partial class Classifier
{
    public const int Pixels = DigitSet.Pixels;
    public const int Hidden = 32;
    public const int Classes = 10;

    private const int HiddenBias = Pixels * Hidden;
    private const int Output = HiddenBias + Hidden;
    private const int OutputBias = Output + Hidden * Classes;

    public const int Weights = OutputBias + Classes;

    /// <summary>The mean cross entropy of a batch: plain C#, from which DiffGen writes <c>LossValueAndGradient</c>.</summary>
    [Differentiable]
    public static double Loss(ReadOnlySpan<double> weights, ReadOnlySpan<byte> images, ReadOnlySpan<byte> labels)
    {
        double total = 0;
        for (int n = 0; n < labels.Length; n++)
        {
            double[] hidden = new double[Hidden];
            for (int h = 0; h < Hidden; h++)
            {
                double sum = weights[HiddenBias + h];
                for (int p = 0; p < Pixels; p++)
                    sum += weights[h * Pixels + p] * (images[n * Pixels + p] * (1.0 / 255));
                hidden[h] = Math.Tanh(sum);
            }

            double[] scores = new double[Classes];
            double largest = double.NegativeInfinity;
            for (int k = 0; k < Classes; k++)
            {
                double sum = weights[OutputBias + k];
                for (int h = 0; h < Hidden; h++)
                    sum += weights[Output + k * Hidden + h] * hidden[h];
                scores[k] = sum;
                largest = Math.Max(largest, sum);
            }

            double exponentials = 0;
            for (int k = 0; k < Classes; k++)
                exponentials += Math.Exp(scores[k] - largest);
            total += largest + Math.Log(exponentials) - scores[labels[n]];
        }
        return total / labels.Length;
    }

    /// <summary>Small random weights; the seed makes every run the same.</summary>
    public static double[] Initial(int seed)
    {
        var random = new Random(seed);
        var weights = new double[Weights];
        double spread = Math.Sqrt(1.0 / Pixels);
        for (int i = 0; i < HiddenBias; i++)
            weights[i] = spread * (2 * random.NextDouble() - 1);
        spread = Math.Sqrt(1.0 / Hidden);
        for (int i = Output; i < OutputBias; i++)
            weights[i] = spread * (2 * random.NextDouble() - 1);
        return weights;
    }

    /// <summary>The share of images that are recognised.</summary>
    public static double Accuracy(ReadOnlySpan<double> weights, DigitSet set)
    {
        int right = 0;
        Span<double> hidden = stackalloc double[Hidden];
        for (int n = 0; n < set.Count; n++)
        {
            for (int h = 0; h < Hidden; h++)
            {
                double sum = weights[HiddenBias + h];
                for (int p = 0; p < Pixels; p++)
                    sum += weights[h * Pixels + p] * (set.Images[n * Pixels + p] * (1.0 / 255));
                hidden[h] = Math.Tanh(sum);
            }
            int best = 0;
            double bestScore = double.NegativeInfinity;
            for (int k = 0; k < Classes; k++)
            {
                double score = weights[OutputBias + k];
                for (int h = 0; h < Hidden; h++)
                    score += weights[Output + k * Hidden + h] * hidden[h];
                if (score > bestScore)
                    (best, bestScore) = (k, score);
            }
            if (best == set.Labels[n])
                right++;
        }
        return (double)right / set.Count;
    }
}
