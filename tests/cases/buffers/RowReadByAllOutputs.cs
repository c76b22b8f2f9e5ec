// Every output reads the whole input, which is overwritten by the next layer: the input is saved once per layer, not once per output.
// point: w: [0.3, -0.2, 0.5, 0.7, 0.1, -0.4, 0.2, 0.9, -0.6], layers: 3
// point: w: [0.3, -0.2, 0.5, 0.7, 0.1, -0.4, 0.2, 0.9, -0.6], layers: 0
using System;
using DiffGen;

namespace Cases.Buffers;

public static partial class RowReadByAllOutputs
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
            for (int o = 0; o < input.Length; o++)
            {
                double sum = 0.1;
                for (int i = 0; i < input.Length; i++)
                    sum += w[(o * 3) + i] * input[i];
                output[o] = Math.Tanh(sum);
            }
            (input, output) = (output, input);
        }
        return input[0] - (2 * input[1]) + (input[2] * input[0]);
    }
}
