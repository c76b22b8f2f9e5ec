using System;
using DiffGen;

namespace SeedNotebook;

/// <summary>Cell 76: a network with one hidden layer, rectified, and the sum of squared errors.</summary>
public static partial class TwoLayers
{
    public const int Samples = 64, Inputs = 1000, Hidden = 100, Outputs = 10;

    /// <summary>
    /// Data and targets do not require a gradient, both weights do; for the second set of companions the first layer is frozen.
    /// </summary>
    [Differentiable(Wrt = new[] { nameof(w1), nameof(w2) })]
    [Differentiable(Derivatives.Gradient, Name = "Head", Wrt = new[] { nameof(w2) })]
    public static double Loss(double[] x, double[] y, double[] w1, double[] w2)
    {
        double loss = 0;
        var hidden = new double[Hidden];
        for (int n = 0; n < Samples; n++)
        {
            Array.Clear(hidden);
            for (int i = 0; i < Inputs; i++)
            {
                for (int h = 0; h < Hidden; h++)
                    hidden[h] += x[n * Inputs + i] * w1[i * Hidden + h];
            }
            for (int k = 0; k < Outputs; k++)
            {
                double prediction = 0;
                for (int h = 0; h < Hidden; h++)
                {
                    if (hidden[h] > 0)
                        prediction += hidden[h] * w2[h * Outputs + k];
                }
                double error = prediction - y[n * Outputs + k];
                loss += error * error;
            }
        }
        return loss;
    }

    /// <summary>Numbers between −1 and 1 from a linear congruential generator, so that anyone can draw the same.</summary>
    public static (double[] X, double[] Y, double[] W1, double[] W2) Draw()
    {
        long state = 12345;
        double[] Next(int count)
        {
            var numbers = new double[count];
            for (int i = 0; i < count; i++)
            {
                state = (1103515245 * state + 12345) % (1L << 31);
                numbers[i] = 2 * (state / (double)(1L << 31) - 0.5);
            }
            return numbers;
        }
        return (Next(Samples * Inputs), Next(Samples * Outputs), Next(Inputs * Hidden), Next(Hidden * Outputs));
    }
}
