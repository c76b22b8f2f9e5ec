// Scaled dot-product attention with a causal mask over flat row-major buffers.
// point: query: [0.1, 0.4, -0.3, 0.8, 0.5, 0.2], key: [0.7, -0.1, 0.2, 0.3, -0.6, 0.9], value: [1, 0, 0.5, -0.5, 0.3, 2], dimension: 2
using System;
using DiffGen;

namespace Cases.Library;

public static partial class Attention
{
    [Differentiable]
    public static double[] F(double[] query, double[] key, double[] value, int dimension)
    {
        int length = query.Length / dimension;
        var output = new double[value.Length];
        var scores = new double[length];
        double scale = 1 / Math.Sqrt(dimension);
        for (int i = 0; i < length; i++)
        {
            double top = double.NegativeInfinity;
            for (int j = 0; j <= i; j++)
            {
                scores[j] = 0;
                for (int d = 0; d < dimension; d++)
                    scores[j] += query[(i * dimension) + d] * key[(j * dimension) + d];
                scores[j] *= scale;
                if (scores[j] > top)
                    top = scores[j];
            }
            double total = 0;
            for (int j = 0; j <= i; j++)
                total += scores[j] = Math.Exp(scores[j] - top);
            for (int j = 0; j <= i; j++)
            {
                for (int d = 0; d < dimension; d++)
                    output[(i * dimension) + d] += scores[j] / total * value[(j * dimension) + d];
            }
        }
        return output;
    }
}
