// One step of expectation and maximisation for a mixture of normals; the parameters are replaced in place.
// point: data: [0.1, 0.4, 2.1, 2.5, 1.9], components: [new() { Weight = 0.4, Mean = 0.3, Variance = 0.5 }, new() { Weight = 0.6, Mean = 2.0, Variance = 0.8 }]
using System;
using DiffGen;

namespace Cases.Library;

public static partial class MixtureEmStep
{
    public struct Component
    {
        public double Weight { get; set; }
        public double Mean { get; set; }
        public double Variance { get; set; }
    }

    [Differentiable]
    public static double F([NoDerivative] double[] data, Component[] components)
    {
        var responsibility = new double[data.Length, components.Length];
        double logLikelihood = 0;
        for (int i = 0; i < data.Length; i++)
        {
            double total = 0;
            for (int c = 0; c < components.Length; c++)
            {
                Component k = components[c];
                double d = data[i] - k.Mean;
                total += responsibility[i, c] = k.Weight * Math.Exp(-0.5 * d * d / k.Variance) / Math.Sqrt(2 * Math.PI * k.Variance);
            }
            for (int c = 0; c < components.Length; c++)
                responsibility[i, c] /= total;
            logLikelihood += Math.Log(total);
        }
        for (int c = 0; c < components.Length; c++)
        {
            double count = 0, mean = 0, square = 0;
            for (int i = 0; i < data.Length; i++)
            {
                count += responsibility[i, c];
                mean += responsibility[i, c] * data[i];
                square += responsibility[i, c] * data[i] * data[i];
            }
            mean /= count;
            components[c] = new Component { Weight = count / data.Length, Mean = mean, Variance = (square / count) - (mean * mean) };
        }
        return logLikelihood;
    }
}
