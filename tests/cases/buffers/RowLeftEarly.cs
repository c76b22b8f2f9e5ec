// The loop over outputs is left early, and the inner one is not always run.
// point: w: [0.3, -0.2, 0.5, 0.7, 0.1, -0.4, 0.2, 0.9, -0.6], layers: 3
using System;
using DiffGen;

namespace Cases.Buffers;

public static partial class RowLeftEarly
{
    [Differentiable]
    public static double F(ReadOnlySpan<double> w, int layers)
    {
        var input = new double[3];
        var output = new double[3];
        for (int i = 0; i < 3; i++)
            input[i] = 0.4 + (0.3 * i);
        for (int layer = 0; layer < layers; layer++)
        {
            for (int o = 0; o < 3; o++)
            {
                if (o > layer)
                    break;
                double sum = 0.1;
                for (int i = 0; i < 3; i++)
                    sum += w[(o * 3) + i] * input[i];
                output[o] = Math.Sin(sum);
            }
            for (int o = 0; o < 3; o++)
            {
                double sum = output[o];
                if (o != 1)
                {
                    for (int i = 0; i < 3; i++)
                        sum += w[i] * input[i];
                }
                output[o] = Math.Cos(sum);
            }
            (input, output) = (output, input);
        }
        return input[0] - (2 * input[1]) + (input[2] * input[0]);
    }
}
