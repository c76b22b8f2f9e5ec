// A network of radial basis functions with shared or own widths.
// point: x: [0.3, 0.8], centres: new double[,] { {0, 0}, {1, 0.5}, {-0.5, 1} }, widths: [0.7], weights: [0.5, -1, 2]
// point: x: [0.3, 0.8], centres: new double[,] { {0, 0}, {1, 0.5}, {-0.5, 1} }, widths: [0.7, 0.9, 0.4], weights: [0.5, -1, 2]
using System;
using DiffGen;

namespace Cases.Library;

public static partial class RbfNetwork
{
    [Differentiable]
    public static double F(double[] x, double[,] centres, double[] widths, double[] weights)
    {
        bool shared = widths is [_];
        double sum = 0;
        for (int c = 0; c < weights.Length; c++)
        {
            double distance = 0;
            for (int d = 0; d < x.Length; d++)
            {
                double difference = x[d] - centres[c, d];
                distance += difference * difference;
            }
            double width = widths[shared ? 0 : c];
            sum += weights[c] * Math.Exp(-distance / (2 * width * width));
        }
        return sum;
    }
}
